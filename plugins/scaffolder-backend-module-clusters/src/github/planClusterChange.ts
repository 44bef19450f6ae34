import { ConflictError } from '@backstage/errors';
import {
  ChangePlan,
  isRecord,
  pathsBefore,
  planChanges,
  readRecord,
  recordedPaths,
  renderCluster,
  RenderedCluster,
  sha256,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  clusterFolder,
  ClusterSpec,
  parseClusterFolder,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { BaseBranch } from './BaseBranch';

/** What an action does to a cluster. */
export type ClusterOperation = 'create' | 'update';

/** What a pull request would change, and the rendered cluster behind it. */
export interface ClusterChange {
  plan: ChangePlan;
  rendered: RenderedCluster;
}

/**
 * Renders a cluster and compares it with the base branch.
 *
 * @throws ConflictError when the name belongs to another cluster, when a
 * cluster to be created exists, or when files that a person edited would be
 * lost; with all of them at once
 */
export async function planClusterChange(
  spec: ClusterSpec,
  base: BaseBranch,
  options: {
    operation: ClusterOperation;
    today?: string;
    allowVersionSteps?: boolean;
  },
): Promise<ClusterChange> {
  checkName(spec, base);
  const rendered = renderCluster(spec, {
    today: options.today,
    fleet: await readMeshFleet(spec, base),
    before: await readBefore(spec, base),
    allowVersionSteps: options.allowVersionSteps,
  });
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
  if (plan.conflicts.length > 0) {
    const conflicts = plan.conflicts.map(
      ({ path, reason }) => `${path}: ${reason}`,
    );
    throw new ConflictError(
      `Nothing was written, because files in git conflict with what is generated:\n${conflicts.join(
        '\n',
      )}`,
    );
  }
  return { plan, rendered };
}

function folderOf({ metadata, spec }: ClusterSpec): string {
  return clusterFolder({
    environment: spec.environment,
    name: metadata.name,
  });
}

/** What render asks of a cluster that is there; nothing for a new one. */
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

/** The other specs in git, which only a cluster mesh needs to be held against. */
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
        parseClusterFolder(path) !== undefined,
    );
  const texts = await base.currentOf(paths, {});
  // One that cannot be read stops nobody else's cluster.
  return Object.values(texts).flatMap(
    text => readClusterSpecYaml(text).spec ?? [],
  );
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

/** Whether a plan changes nothing and nothing stands against it. */
export function isEmptyPlan(plan: ChangePlan): boolean {
  return (
    Object.keys(plan.write).length === 0 &&
    plan.delete.length === 0 &&
    plan.conflicts.length === 0
  );
}

/** What exists of the rendered files, and of those that the old records name. */
async function readCurrent(
  base: BaseBranch,
  rendered: Record<string, string>,
): Promise<Record<string, string>> {
  const current = await base.currentOf(Object.keys(rendered), rendered);
  const recorded = recordedPaths(rendered, current).filter(
    path => !(path in rendered),
  );
  return { ...current, ...(await base.currentOf(recorded, {})) };
}

/** The generated versions that hand-edited files started from, by path and hash. */
async function readHistory(
  base: BaseBranch,
  plan: ChangePlan,
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
