import {
  type FileConflict,
  planPlatform,
  type PlatformPlan,
  REPOSITORY_RECORD,
  renderPlatform,
  type SharedEffect,
  sharedEffects,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  type ClusterSpec,
  MAX_CLUSTER_FILE_BYTES,
  parseClusterFolder,
  type PlatformRepository,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { BaseBranch } from './BaseBranch';
import { checkPaths } from './checkPaths';
import { specPathOf } from './ClusterPlace';
import { readCurrent, readHistory } from './planClusterChange';

/** More clusters than this are not read for the sake of a text. */
const MAX_CLUSTERS = 500;

/** A planned change of the repository itself. */
export type PlatformChange = PlatformPlan & {
  effects: SharedEffect[];
  /** Files of clusters that could not be read. */
  unread: string[];
  /** Whether the repository has none of these files yet. */
  isFirst: boolean;
};

/**
 * Plans the files that belong to no cluster against the base branch. Conflicts
 * in shared files are part of the plan.
 *
 * @param without - files that GitHub does not take, and why
 */
export async function planPlatformChange(
  base: BaseBranch,
  repository: PlatformRepository,
  without: readonly FileConflict[] = [],
): Promise<PlatformChange> {
  const rendered = renderPlatform(repository);
  checkPaths(Object.keys(rendered), base.tree);
  const current = await readCurrent(base, rendered);
  const left = [...without, ...outOfReach(base, rendered)];
  let planned = planPlatform({ rendered, current }, left);
  const conflicts = [...planned.plan.conflicts, ...planned.left];
  if (conflicts.length > left.length) {
    const history = await readHistory(base, { conflicts }, current);
    planned = planPlatform(
      {
        ...{ rendered, current },
        historyBlob: (path, hash) => history.get(`${path} ${hash}`),
      },
      left,
    );
  }
  const updated = [
    ...Object.keys(planned.plan.write),
    ...planned.plan.delete,
  ].filter(path => path in current);
  const { specs, unread } =
    updated.length > 0 ? await readFleet(base) : { specs: [], unread: [] };
  return {
    ...planned,
    effects: sharedEffects(updated, specs),
    unread,
    isFirst: !(REPOSITORY_RECORD in current),
  };
}

/** GitHub looks for `.github` in the root of the repository only. */
function outOfReach(
  { prefix }: BaseBranch,
  rendered: Record<string, string>,
): FileConflict[] {
  return prefix === ''
    ? []
    : Object.keys(rendered)
        .filter(path => /^\.github\/(workflows\/|CODEOWNERS)/.test(path))
        .map(path => ({
          path,
          reason: `was not written, because GitHub reads it in the root of a repository only, and clusters are in ${prefix}`,
        }));
}

/** The specs of all clusters, for what a change does to them. */
async function readFleet(
  base: BaseBranch,
): Promise<{ specs: ClusterSpec[]; unread: string[] }> {
  const specs: ClusterSpec[] = [];
  const unread: string[] = [];
  const paths = base.paths().filter(path => {
    const cluster = parseClusterFolder(path);
    return cluster !== undefined && path === specPathOf(cluster);
  });
  for (const [index, path] of paths.entries()) {
    const isReadable =
      index < MAX_CLUSTERS && base.sizeOf(path) <= MAX_CLUSTER_FILE_BYTES;
    const [text] = isReadable ? await base.readTexts([path]) : [];
    const { spec } = readClusterSpecYaml(text ?? '');
    if (spec) {
      specs.push(spec);
    } else {
      unread.push(path);
    }
    await yieldToOthers();
  }
  return { specs, unread };
}
