import { ConflictError } from '@backstage/errors';
import type { TreeEntry } from './baseTree';

/** Larger than any generated file. */
const MAX_BYTES = 1024 * 1024;

/** Maximum number of paths in an error message. */
const MAX_NAMED = 10;

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
function partsOf(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/**
 * Checks that files can be written at their paths. Git would silently replace a
 * symbolic link, a submodule or a file in the place of a folder, and on many
 * machines names that differ only in case are the same file.
 *
 * @throws ConflictError that names the entries in the way
 */
export function checkPaths(
  paths: readonly string[],
  tree: ReadonlyMap<string, TreeEntry>,
): void {
  const inAnyCase = new Map(
    [...tree.keys()].map(path => [path.toLowerCase(), path]),
  );
  const problems = new Set<string>();
  for (const path of paths) {
    for (const part of partsOf(path)) {
      const wanted = part === path ? 'file' : 'folder';
      const found = tree.get(part);
      const other = inAnyCase.get(part.toLowerCase());
      if (found && found.kind !== wanted) {
        problems.add(`${part} is a ${found.kind}, and would be a ${wanted}`);
      } else if (!found && other !== undefined) {
        problems.add(`${part} differs from ${other} in case only`);
      } else if (found && found.size > MAX_BYTES) {
        problems.add(`${part} is larger than ${MAX_BYTES} bytes`);
      }
    }
  }
  if (problems.size > 0) {
    const named = [...problems].slice(0, MAX_NAMED);
    const more = problems.size - named.length;
    throw new ConflictError(
      `Nothing was written, because of what is in git:\n${named.join('\n')}${
        more > 0 ? `\nand ${more} more` : ''
      }`,
    );
  }
}
