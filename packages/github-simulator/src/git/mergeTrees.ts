import type { GitRepository } from './GitRepository';

/** The merged tree, or the paths that both sides changed in different ways. */
export type MergeResult =
  | { tree: string; conflicts?: undefined }
  | { tree?: undefined; conflicts: string[] };

/**
 * Merges two commits without a working copy. Files are taken whole: one that
 * both sides changed differently is a conflict, even where lines do not meet.
 * (`git merge-tree --write-tree` would merge lines but needs git 2.38.)
 */
export async function mergeTrees(
  git: GitRepository,
  commits: { base: string; ours: string; theirs: string },
): Promise<MergeResult> {
  return git.withIndex(async run => {
    await run([
      'read-tree',
      '-i',
      '-m',
      '--aggressive',
      commits.base,
      commits.ours,
      commits.theirs,
    ]);
    const unmerged = await run(['ls-files', '-z', '--unmerged']);
    const conflicts = unmerged
      .split('\0')
      .filter(Boolean)
      .map(line => line.slice(line.indexOf('\t') + 1));
    return conflicts.length
      ? { conflicts: [...new Set(conflicts)] }
      : { tree: await run(['write-tree']) };
  });
}
