import { InputError } from '@backstage/errors';
import type {
  ClusterSpec,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import {
  checkFleet,
  clusterFolder,
  describeClusterSpecIssues,
  overlayFolder,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { readersAccess } from './access/readersAccess';
import { addonsOverlay } from './addons/addonsOverlay';
import { ciliumValues } from './cilium/ciliumValues';
import { clusterDocs } from './docs/clusterDocs';
import { karpenterOverlay } from './karpenter/karpenterOverlay';
import { karpenterValues } from './karpenter/karpenterValues';
import { newClusterIssues } from './refusals';
import { RECORD_FILE, recordOf } from './records';
import {
  addonStepWarnings,
  earlierRender,
  meshIdWarnings,
  runsWithoutRoot,
  settledValues,
  settledWarnings,
  settleSpec,
  versionStepIssues,
  writeSettled,
} from './settle';
import { renderShared } from './shared/renderShared';
import { summarize } from './summarize';
import { renderTerraform } from './terraform';
import { collectWarnings } from './warnings/collectWarnings';
import type { RenderWarning } from './warnings/RenderWarning';
import { toYaml } from './yaml/toYaml';
import type { FilesByPath } from './FilesByPath';

/**
 * The result of rendering a spec.
 *
 * @public
 */
export type RenderedCluster = {
  /** The spec, with the values that render added to `cluster.yaml`. */
  spec: ClusterSpec;
  /** Path in the platform repository to content. */
  files: FilesByPath;
  warnings: RenderWarning[];
  /** One sentence that says what would be created. */
  summary: string;
};

/**
 * Options of {@link renderCluster}; none changes what a spec means.
 *
 * @public
 */
export type RenderOptions = {
  /** YYYY-MM-DD, for warnings about the end of support only. */
  today?: string;
  /**
   * The text of `cluster.yaml` that the spec was read from, or that git has.
   * The comments and the order of this text are kept; only values that differ
   * from the spec are changed.
   */
  source?: string;
  /**
   * The other specs of the fleet, to check names, mesh ids and ranges against.
   * They change no file.
   */
  fleet?: readonly ClusterSpec[];
  /**
   * The cluster's own files as the repository holds them, at least those that
   * `pathsBefore` names. If they include a record, the cluster was rendered
   * before; then the problems for which a new cluster is refused are warnings.
   */
  before?: FilesByPath;
  /**
   * Allows an existing cluster to skip a minor, to downgrade, or to change
   * several components at once.
   */
  allowVersionSteps?: boolean;
};

function overlayFiles(resolved: ResolvedClusterSpec): FilesByPath {
  const { metadata, spec } = resolved;
  const folder = overlayFolder({
    environment: spec.environment,
    name: metadata.name,
  });
  const kustomization = (resources: string[]) =>
    toYaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources,
    });
  const addons = addonsOverlay(resolved);
  const parts = ['access', 'karpenter'];
  if (Object.keys(addons).length > 0) {
    parts.push('addons');
  }
  return {
    [`${folder}/kustomization.yaml`]: kustomization(parts),
    [`${folder}/cilium-values.yaml`]: toYaml(ciliumValues(resolved), [
      `What ${metadata.name} adds to platform/cilium/values.yaml.`,
    ]),
    [`${folder}/karpenter-values.yaml`]: toYaml(karpenterValues(resolved), [
      `What ${metadata.name} adds to platform/karpenter/values.yaml.`,
    ]),
    [`${folder}/access/kustomization.yaml`]: kustomization(['readers.yaml']),
    [`${folder}/access/readers.yaml`]: readersAccess()
      .map(manifest => toYaml(manifest))
      .join('---\n'),
    ...addons,
    ...karpenterOverlay(resolved),
  };
}

function isSharedTerraform(path: string): boolean {
  return !path.startsWith('terraform/environments/');
}

function pick(
  files: FilesByPath,
  wanted: (path: string) => boolean,
): FilesByPath {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => wanted(path)),
  );
}

/** Refuses a root for a running cluster that no root here has made. */
function checkOwnRoot(spec: ClusterSpec, before?: FilesByPath): void {
  if (runsWithoutRoot(spec, before)) {
    const { metadata } = spec;
    const { environment } = spec.spec;
    const folder = clusterFolder({ environment, name: metadata.name });
    throw new InputError(
      `metadata.name: "${metadata.name}" runs already, as ${folder}/status.yaml says, and nothing was generated for it. Its Terraform root would create a second cluster of this name: change the cluster with the tools that made it. If it is gone, or its generated files were lost, take status.yaml out of git first`,
    );
  }
}

/**
 * Renders the files of the platform repository for one cluster.
 * Pure: reads nothing but this package's own assets, so the same spec always
 * gives the same bytes, and shared files are the same for every spec.
 *
 * @throws InputError with all problems when the spec is not valid, conflicts
 *   with the other specs of the fleet, or describes a running cluster that was
 *   made by other means.
 *
 * @public
 */
export function renderCluster(
  spec: ClusterSpec,
  options: RenderOptions = {},
): RenderedCluster {
  const valid = parseClusterSpec(spec);
  const fleet = checkFleet(valid, options.fleet ?? []);
  if (fleet.errors.length > 0) {
    throw new InputError(
      `The cluster does not go together with the fleet:\n${describeClusterSpecIssues(
        fleet.errors,
      )}`,
    );
  }
  checkOwnRoot(valid, options.before);
  const earlier = earlierRender(valid, options.before);
  const values = settledValues(valid, earlier);
  const settled = settleSpec(valid, values);
  const resolved = resolveClusterSpec(settled);
  const folder = clusterFolder({
    environment: resolved.spec.environment,
    name: resolved.metadata.name,
  });
  const steps = versionStepIssues(settled.spec.versions, earlier);
  if (steps.length > 0 && !options.allowVersionSteps) {
    throw new InputError(
      `The versions cannot change like this, unless it is asked for:\n${describeClusterSpecIssues(
        steps,
      )}`,
    );
  }
  const issues = newClusterIssues(resolved);
  if (!earlier && issues.length > 0) {
    throw new InputError(
      `The cluster cannot be created like this:\n${describeClusterSpecIssues(
        issues,
      )}`,
    );
  }
  const terraform = renderTerraform(resolved);
  const own: FilesByPath = {
    [`${folder}/cluster.yaml`]: writeSettled(settled, options.source),
    ...clusterDocs(resolved),
    ...pick(terraform, path => !isSharedTerraform(path)),
    ...overlayFiles(resolved),
  };
  const files: FilesByPath = {
    ...own,
    [`${folder}/${RECORD_FILE}`]: recordOf(own),
    ...renderShared(),
  };
  return {
    spec: settled,
    files: Object.fromEntries(
      Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    warnings: [
      ...issues.map(({ code, path, message }) => ({
        code,
        message: `${path}: ${message}.`,
      })),
      ...settledWarnings(values, earlier),
      ...steps.map(({ path, message }) => ({
        code: 'version-step',
        message: `${path}: ${message}.`,
      })),
      ...addonStepWarnings(resolved, earlier),
      ...meshIdWarnings(resolved, earlier),
      ...collectWarnings(resolved, options.today),
      ...fleet.warnings.map(({ message }) => ({
        code: 'mesh-peer-unknown',
        message: `Mesh peer ${message}.`,
      })),
    ],
    summary: summarize(resolved),
  };
}
