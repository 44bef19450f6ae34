import {
  clusterFolder,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { hclString } from './hclString';
import { hclAttributes } from './hclValue';
import { rootLocals } from './rootLocals';
import { readTerraformAsset, readTerraformAssets } from './terraformAssets';

type Files = Record<string, string>;

function prefixed(prefix: string, files: Files): Files {
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
 */
export function renderSharedTerraform(): Files {
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

function backend({ metadata, spec }: ResolvedClusterSpec): string {
  const key = `environments/${spec.environment}/${metadata.name}/terraform.tfstate`;
  return `# The bucket comes from outside: terraform init -backend-config=../../../backend.hcl
terraform {
  backend "s3" {
    key          = ${hclString(key)}
    encrypt      = true
    use_lockfile = true
  }
}
`;
}

/** The files of the cluster's own root, by their names in it. */
function renderRoot(resolved: ResolvedClusterSpec): Files {
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
 */
export function renderTerraform(resolved: ResolvedClusterSpec): Files {
  const { metadata, spec } = resolved;
  return {
    ...renderSharedTerraform(),
    ...prefixed(
      `terraform/environments/${spec.environment}/${metadata.name}`,
      renderRoot(resolved),
    ),
  };
}
