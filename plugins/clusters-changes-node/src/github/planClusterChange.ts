import { ConflictError } from '@backstage/errors';
import type {
  ChangePlan,
  FilesByPath,
  RenderedCluster,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  isRecord,
  pathsBefore,
  planChanges,
  readRecord,
  recordedPaths,
  sha256,
  withoutSharedChanges,
} from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  clusterFolder,
  MAX_CLUSTER_FILE_BYTES,
  parseClusterFolder,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { BaseBranch } from './BaseBranch';
import { checkPaths } from './checkPaths';
import type { ClusterOperation } from './ClusterOperation';
import { describeConflict } from './describeConflict';

/**
 * The changes of a pull request, and the rendered cluster that they come from.
 */
export interface ClusterChange {
  plan: ChangePlan;
  rendered: RenderedCluster;
  /** The base branch's content of the files that matter. */
  current: FilesByPath;
  /** The spec in the base branch; absent for a new cluster. */
  before?: ClusterSpec;
  /** Whether the change takes all files of the cluster out of the repository. */
  isRemoval?: boolean;
}

/**
 * Renders a cluster and compares it with the base branch. Conflicts are part of
 * the plan: see {@link checkConflicts}.
 *
 * @throws ConflictError when the name belongs to another cluster, or when a
 * cluster to be created exists already
 */
export async function planClusterChange(
  spec: ClusterSpec,
  base: BaseBranch,
  options: {
    renderer: ClusterRenderer;
    operation: ClusterOperation;
    today?: string;
    allowVersionSteps?: boolean;
  },
): Promise<ClusterChange> {
  checkName(spec, base);
  checkPaths([`${folderOf(spec)}/cluster.yaml`], base.tree);
  const source = await base.readFile(`${folderOf(spec)}/cluster.yaml`);
  const rendered = await options.renderer.render(spec, {
    today: options.today,
    source,
    fleet: await readMeshFleet(spec, base),
    before: await readBefore(spec, base),
    // A cluster to be created that exists is refused below, and whoever asks for
    // it is not told its versions.
    allowVersionSteps:
      options.allowVersionSteps ||
      (options.operation === 'create' && source !== undefined),
  });
  checkPaths(Object.keys(rendered.files), base.tree);
  const current = await readCurrent(base, rendered.files);
  let plan = planChanges({ rendered: rendered.files, current });
  if (options.operation === 'create') {
    checkNotThere(spec, base, plan);
  }
  if (plan.conflicts.length > 0) {
    const history = await readHistory(base, plan, current);
    plan = planChanges({
      rendered: rendered.files,
      current,
      historyBlob: (path, hash) => history.get(`${path} ${hash}`),
    });
  }
  plan = withoutSharedChanges(plan, current);
  const before = readClusterSpecYaml(source ?? '').spec;
  return { plan, rendered, current, ...(before ? { before } : {}) };
}

/**
 * @throws ConflictError when files that a person edited would be lost; lists
 * all of them, with the lines where these are known
 */
export function checkConflicts({ conflicts }: ChangePlan): void {
  if (conflicts.length > 0) {
    throw new ConflictError(
      `Nothing was written, because files in git conflict with what is generated:\n${conflicts
        .map(describeConflict)
        .join('\n')}`,
    );
  }
}

function folderOf({ metadata, spec }: ClusterSpec): string {
  return clusterFolder({
    environment: spec.environment,
    name: metadata.name,
  });
}

/**
 * The current state of an existing cluster, which rendering needs; empty for a
 * new one.
 */
async function readBefore(
  spec: ClusterSpec,
  base: BaseBranch,
): Promise<Record<string, string>> {
  const own = `${folderOf(spec)}/`;
  return base.paths().some(path => path.startsWith(own))
    ? base.currentOf(pathsBefore(spec), {})
    : {};
}

function checkName(spec: ClusterSpec, base: BaseBranch): void {
  const own = folderOf(spec);
  for (const path of base.paths()) {
    const found = parseClusterFolder(path);
    const folder = found && clusterFolder(found);
    if (found?.name === spec.metadata.name && folder !== own) {
      throw new ConflictError(
        `metadata.name: "${spec.metadata.name}" is taken by ${folder}; names are unique in the fleet`,
      );
    }
  }
}

/**
 * The specs of other clusters in git; only a cluster mesh is checked against
 * them.
 */
async function readMeshFleet(
  spec: ClusterSpec,
  base: BaseBranch,
): Promise<ClusterSpec[]> {
  if (!spec.spec.cilium?.clusterMesh?.enabled) {
    return [];
  }
  const own = `${folderOf(spec)}/cluster.yaml`;
  const paths = base
    .paths()
    .filter(
      path =>
        path !== own &&
        path.endsWith('/cluster.yaml') &&
        base.sizeOf(path) <= MAX_CLUSTER_FILE_BYTES &&
        parseClusterFolder(path) !== undefined,
    );
  const fleet: ClusterSpec[] = [];
  for (const text of await base.readTexts(paths)) {
    const { spec: other } = readClusterSpecYaml(text);
    // An invalid spec of another cluster must not block this change.
    if (other) {
      fleet.push(other);
    }
    // Parsing takes time, and there may be hundreds of specs.
    await yieldToOthers();
  }
  return fleet;
}

function checkNotThere(
  spec: ClusterSpec,
  base: BaseBranch,
  plan: ChangePlan,
): void {
  const folder = folderOf(spec);
  const exists = base.paths().includes(`${folder}/cluster.yaml`);
  if (exists && !isEmptyPlan(plan)) {
    throw new ConflictError(
      `metadata.name: "${spec.metadata.name}" is taken: ${folder}/cluster.yaml exists and says something else`,
    );
  }
}

/** Whether a plan has neither changes nor conflicts. */
export function isEmptyPlan(plan: ChangePlan): boolean {
  return (
    Object.keys(plan.write).length === 0 &&
    plan.delete.length === 0 &&
    plan.conflicts.length === 0
  );
}

/**
 * The existing texts of the rendered files and of the files in the old records.
 */
export async function readCurrent(
  base: BaseBranch,
  rendered: Record<string, string>,
): Promise<Record<string, string>> {
  const current = await base.currentOf(Object.keys(rendered), rendered);
  const recorded = recordedPaths(rendered, current).filter(
    path => !(path in rendered),
  );
  return { ...current, ...(await base.currentOf(recorded, {})) };
}

/**
 * The generated versions that hand-edited files are based on, by path and hash.
 */
export async function readHistory(
  base: BaseBranch,
  plan: Pick<ChangePlan, 'conflicts'>,
  current: Record<string, string>,
): Promise<Map<string, string>> {
  const hashes = Object.assign(
    {},
    ...Object.keys(current)
      .filter(isRecord)
      .map(path => readRecord(current[path])?.files),
  ) as Record<string, string>;
  const history = new Map<string, string>();
  for (const { path } of plan.conflicts) {
    const hash = hashes[path];
    const content =
      hash && (await base.findInHistory(path, text => sha256(text) === hash));
    if (content !== undefined && content !== '') {
      history.set(`${path} ${hash}`, content);
    }
  }
  return history;
}
