import { InputError } from '@backstage/errors';
import {
  checkFleet,
  clusterFolder,
  ClusterSpec,
  describeClusterSpecIssues,
  overlayFolder,
  parseClusterSpec,
  ResolvedClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { readAssets } from './assets/readAssets';
import { readersAccess } from './access/readersAccess';
import { addonsOverlay } from './addons/addonsOverlay';
import { ciliumValues } from './cilium/ciliumValues';
import { clusterDocs } from './docs/clusterDocs';
import { karpenterOverlay } from './karpenter/karpenterOverlay';
import { karpenterValues } from './karpenter/karpenterValues';
import { newClusterIssues } from './refusals';
import { RECORD_FILE, recordOf } from './records';
import {
  earlierRender,
  settledValues,
  settledWarnings,
  settleSpec,
  versionStepIssues,
  writeSettled,
} from './settle';
import { summarize } from './summarize';
import { renderTerraform } from './terraform';
import { collectWarnings } from './warnings/collectWarnings';
import type { RenderWarning } from './warnings/RenderWarning';
import { toYaml } from './yaml/toYaml';

type Files = Record<string, string>;

/** What render makes of a spec. */
export type RenderedCluster = {
  /** The spec with what was written into `cluster.yaml`. */
  spec: ClusterSpec;
  /** Path in the platform repository to content. */
  files: Files;
  warnings: RenderWarning[];
  /** One sentence that says what would be created. */
  summary: string;
};

/** Options of {@link renderCluster}; none changes what a spec means. */
export type RenderOptions = {
  /** YYYY-MM-DD, for warnings about the end of support only. */
  today?: string;
  /**
   * The text that the spec was read from. It is kept, comments included, when
   * it says the same as the spec.
   */
  source?: string;
  /**
   * The other specs at hand: names, mesh ids and ranges are held against them.
   * They change no file.
   */
  fleet?: readonly ClusterSpec[];
  /**
   * The cluster's own files as the repository holds them, at least those that
   * `pathsBefore` names. With a record among them the cluster was
   * rendered before: what a new one is refused for is a warning then.
   */
  before?: Files;
  /**
   * Lets versions of a cluster that exists skip a minor, go back, or change in
   * several components at once.
   */
  allowVersionSteps?: boolean;
};

function overlayFiles(resolved: ResolvedClusterSpec): Files {
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

/** Files that all clusters share, apart from Terraform's; with their record. */
function sharedFiles(): Files {
  const files: Files = {
    ...readAssets('platform'),
    ...readAssets('gitops'),
    ...readAssets('policies'),
    ...readAssets('scripts'),
    ...sharedDocs(),
  };
  return { ...files, [`platform/${RECORD_FILE}`]: recordOf(files) };
}

/** `docs/`: the shared ones; those of a cluster are filled per cluster. */
function sharedDocs(): Files {
  return Object.fromEntries(
    Object.entries(readAssets('docs'))
      .filter(([path]) => path.startsWith('docs/shared/'))
      .map(([path, text]) => [path.replace('docs/shared/', 'docs/'), text]),
  );
}

function isSharedTerraform(path: string): boolean {
  return !path.startsWith('terraform/environments/');
}

function pick(files: Files, wanted: (path: string) => boolean): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => wanted(path)),
  );
}

/**
 * Renders the files of the platform repository for one cluster.
 * Pure: reads nothing but this package's own assets, so the same spec always
 * gives the same bytes, and shared files are the same for every spec.
 *
 * @throws InputError with all problems when the spec is not valid, or does not
 * go together with the fleet at hand.
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
  const terraformShared = pick(terraform, isSharedTerraform);
  const own: Files = {
    [`${folder}/cluster.yaml`]: writeSettled(settled, values, options.source),
    ...clusterDocs(resolved),
    ...pick(terraform, path => !isSharedTerraform(path)),
    ...overlayFiles(resolved),
  };
  const files: Files = {
    ...own,
    [`${folder}/${RECORD_FILE}`]: recordOf(own),
    ...terraformShared,
    [`terraform/modules/${RECORD_FILE}`]: recordOf(terraformShared),
    ...sharedFiles(),
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
      ...collectWarnings(resolved, options.today),
      ...fleet.warnings.map(({ message }) => ({
        code: 'mesh-peer-unknown',
        message: `Mesh peer ${message}.`,
      })),
    ],
    summary: summarize(resolved),
  };
}
