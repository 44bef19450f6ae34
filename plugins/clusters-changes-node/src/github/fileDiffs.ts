import { isRecord } from '@clusterworks/plugin-clusters-blueprint';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { createTwoFilesPatch } from 'diff';
import type { ClusterChange } from './planClusterChange';

/**
 * A longer diff is unreadable in a page; the pull request contains all of it.
 */
const LONGEST_DIFF = 100_000;
/**
 * Maximum number of lines that differ. The time is proportional to this number
 * times all lines: without a limit, a hundred NodePools with other values take
 * a minute.
 */
const MOST_EDITS = 1_000;

/**
 * The change of one file.
 *
 * @public
 */
export type FileDiff = {
  path: string;
  change: 'added' | 'changed' | 'removed';
  /**
   * Whether the file is a record of what was generated, which nobody reviews.
   */
  isRecord: boolean;
  /** A unified diff as git prints it; absent when it is too long. */
  diff?: string;
};

/** The changes of all files; records come last. */
export async function fileDiffs({
  plan,
  current,
}: Pick<ClusterChange, 'plan' | 'current'>): Promise<FileDiff[]> {
  const paths = [...Object.keys(plan.write), ...plan.delete];
  const diffs: FileDiff[] = [];
  for (const path of paths) {
    diffs.push(fileDiff(path, current[path], plan.write[path]));
    await yieldToOthers();
  }
  return diffs.sort(
    (a, b) =>
      Number(a.isRecord) - Number(b.isRecord) || (a.path < b.path ? -1 : 1),
  );
}

function fileDiff(
  path: string,
  before: string | undefined,
  after: string | undefined,
): FileDiff {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const to = after === undefined ? '/dev/null' : `b/${path}`;
  const patch = createTwoFilesPatch(
    from,
    to,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3, maxEditLength: MOST_EDITS },
  );
  const kind = [
    ...(before === undefined ? ['new file mode 100644'] : []),
    ...(after === undefined ? ['deleted file mode 100644'] : []),
  ];
  const [, ...lines] = patch?.split('\n') ?? [];
  const diff = [`diff --git a/${path} b/${path}`, ...kind, ...lines].join('\n');
  return {
    path,
    change: changeOf(before, after),
    isRecord: isRecord(path),
    ...(patch === undefined || diff.length > LONGEST_DIFF ? {} : { diff }),
  };
}

function changeOf(
  before: string | undefined,
  after: string | undefined,
): FileDiff['change'] {
  if (before === undefined) {
    return 'added';
  }
  return after === undefined ? 'removed' : 'changed';
}
