import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  clusterFolder,
  terraformFolder,
} from '@clusterworks/plugin-clusters-spec';
import { addonLocals } from './addonLocals';
import { backendFile } from '../docs/accountGuide';
import { hclString } from './hclString';
import { hclAttributes } from './hclValue';
import { rootLocals } from './rootLocals';
import { readTerraformAsset, readTerraformAssets } from './terraformAssets';
import type { FilesByPath } from '../FilesByPath';

function prefixed(prefix: string, files: FilesByPath): FilesByPath {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${prefix}/${path}`, text]),
  );
}

// Plans and states hold secrets, and the providers are a gigabyte.
const GITIGNORE = `.terraform/
*.tfstate
*.tfstate.*
tfplan
crash.log
`;

/**
 * What every cluster shares: the modules and the roots that are applied once
 * per account. The same bytes for every spec.
 *
 * @public
 */
export function renderSharedTerraform(): FilesByPath {
  return {
    ...prefixed('terraform/modules', readTerraformAssets('modules')),
    ...prefixed('terraform/bootstrap', readTerraformAssets('bootstrap')),
    ...prefixed('terraform/testing', readTerraformAssets('testing')),
    'terraform/.gitignore': GITIGNORE,
  };
}

function locals(resolved: ResolvedClusterSpec): string {
  const { metadata, spec } = resolved;
  const folder = clusterFolder({
    environment: spec.environment,
    name: metadata.name,
  });
  return `# Rendered from ${folder}/cluster.yaml: change that file, not this one.

locals {
${hclAttributes(rootLocals(resolved), '  ')}
}
`;
}

function backend(resolved: ResolvedClusterSpec): string {
  const { metadata, spec } = resolved;
  const key = `environments/${spec.environment}/${metadata.name}/terraform.tfstate`;
  return `# The bucket comes from outside: terraform init -backend-config=../../../${backendFile(
    resolved,
  )}
terraform {
  backend "s3" {
    key          = ${hclString(key)}
    encrypt      = true
    use_lockfile = true
  }
}
`;
}

/** One file for each add-on that is on. */
function addonFiles({ spec }: ResolvedClusterSpec): FilesByPath {
  return Object.fromEntries(
    Object.keys(addonLocals(spec)).map(name => [
      `addon_${name}.tf`,
      readTerraformAsset(`environment/addons/${name}.tf`),
    ]),
  );
}

/** The files of the cluster's own root, by their names in it. */
function renderRoot(resolved: ResolvedClusterSpec): FilesByPath {
  const { gitops, hardening } = resolved.spec;
  const asset = (path: string) => readTerraformAsset(`environment/${path}`);
  const variant = (path: string) =>
    asset(gitops.argocd ? `argocd/${path}` : path);
  return {
    'backend.tf': backend(resolved),
    'locals.tf': locals(resolved),
    'main.tf': asset('main.tf'),
    'outputs.tf': asset('outputs.tf'),
    'providers.tf': asset('providers.tf'),
    'releases.tf': asset(
      gitops.handedOver ? 'handed_over/releases.tf' : 'owned/releases.tf',
    ),
    'tests/cluster.tftest.hcl': variant('tests/cluster.tftest.hcl'),
    'variables.tf': asset('variables.tf'),
    'versions.tf': variant('versions.tf'),
    ...addonFiles(resolved),
    ...(gitops.argocd ? { 'argocd.tf': asset('argocd/argocd.tf') } : {}),
    ...(hardening.guardDuty
      ? { 'guardduty.tf': asset('guardduty/guardduty.tf') }
      : {}),
  };
}

/**
 * The Terraform part of the platform repository for one cluster: shared
 * modules, the roots applied once per account, and the cluster's own root.
 * Pure apart from reading the package's own assets.
 *
 * @returns path in the repository to content
 *
 * @public
 */
export function renderTerraform(resolved: ResolvedClusterSpec): FilesByPath {
  const { metadata, spec } = resolved;
  return {
    ...renderSharedTerraform(),
    ...prefixed(
      terraformFolder({ environment: spec.environment, name: metadata.name }),
      renderRoot(resolved),
    ),
  };
}
