import type { GitRepository } from '../git';

/** The tree that a tree, commit or ref name stands for. */
export async function resolveTree(
  git: GitRepository,
  name: string,
): Promise<string | undefined> {
  if (await git.hasObject(name, 'tree')) {
    return name;
  }
  const commit = await git.resolveCommit(name);
  return commit && (await git.readCommit(commit))?.tree;
}
