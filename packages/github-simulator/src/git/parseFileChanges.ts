import type { GitFileChange } from './types';

const STATUS: Record<string, GitFileChange['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'modified',
  R: 'renamed',
};

/**
 * Joins what `git diff-tree -z --raw` and `--numstat` say about the same two
 * trees. Binary files count no lines.
 */
export function parseFileChanges(raw: string, counts: string): GitFileChange[] {
  const lines = readCounts(counts);
  const parts = raw.split('\0');
  const changes: GitFileChange[] = [];
  let index = 0;
  while (index < parts.length && parts[index].startsWith(':')) {
    const [, , oldSha, newSha, letter] = parts[index].split(' ');
    const status = STATUS[letter[0]] ?? 'modified';
    const first = parts[index + 1];
    const renamed = status === 'renamed';
    const path = renamed ? parts[index + 2] : first;
    const count = lines.get(path) ?? { additions: 0, deletions: 0 };
    changes.push({
      path,
      ...(renamed ? { previousPath: first } : {}),
      status,
      sha: status === 'removed' ? oldSha : newSha,
      ...count,
    });
    index += renamed ? 3 : 2;
  }
  return changes;
}

function readCounts(counts: string) {
  const byPath = new Map<string, { additions: number; deletions: number }>();
  const parts = counts.split('\0');
  for (let index = 0; index < parts.length; index++) {
    const [added, deleted, path] = parts[index].split('\t');
    if (path === undefined) {
      continue;
    }
    const count = {
      additions: Number(added) || 0,
      deletions: Number(deleted) || 0,
    };
    if (path === '') {
      // A rename: its two paths follow as records of their own.
      byPath.set(parts[index + 2], count);
      index += 2;
    } else {
      byPath.set(path, count);
    }
  }
  return byPath;
}
