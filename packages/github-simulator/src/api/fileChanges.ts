import type { GitRepository } from '../git';
import type { RouteContext } from './context';
import { fileChangeBody } from './representations';

/**
 * The two commits that a pull request or comparison shows the difference of:
 * not base and head, but where their histories part, and head.
 */
export async function comparePoints(
  git: GitRepository,
  base: string,
  head: string,
): Promise<{ from: string; to: string }> {
  return { from: (await git.mergeBase(base, head)) ?? base, to: head };
}

/** Changed files with their patches, as GitHub lists them. */
export async function fileChanges(
  { repository: { git }, urls }: RouteContext,
  base: string,
  head: string,
) {
  const { from, to } = await comparePoints(git, base, head);
  const [changes, diff] = await Promise.all([
    git.changes(from, to),
    git.diff(from, to),
  ]);
  // Both list the same files in the same order.
  const patches = diff.split(/^(?=diff --git )/m).filter(Boolean);
  return changes.map((change, index) => {
    const hunks = (patches[index] ?? '').search(/^@@ /m);
    const patch = hunks < 0 ? undefined : patches[index].slice(hunks).trimEnd();
    return fileChangeBody(urls, change, to, patch);
  });
}
