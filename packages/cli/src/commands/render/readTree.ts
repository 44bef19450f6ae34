import { dirname, join } from 'node:path';
import { InputError } from '@backstage/errors';
import { recordedPaths } from '@clusterworks/plugin-clusters-blueprint';
import { assertInside } from './assertInside';
import { readTextFile } from './readTextFile';

/**
 * The files of a directory that have one of the given paths.
 *
 * @throws InputError for paths that are no text files of the directory
 */
export async function readPaths(
  root: string,
  paths: readonly string[],
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const problems: string[] = [];
  for (const path of paths) {
    const file = join(root, path);
    try {
      await assertInside(root, dirname(file));
      const content = await readTextFile(file);
      if (content !== undefined) {
        found[path] = content;
      }
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  if (problems.length > 0) {
    throw new InputError([...new Set(problems)].join('\n'));
  }
  return found;
}

/**
 * The files of a directory that a render may touch: those that it produces,
 * and those that its records say it produced before.
 */
export async function readTree(
  root: string,
  rendered: Record<string, string>,
): Promise<Record<string, string>> {
  const current = await readPaths(root, Object.keys(rendered));
  const before = recordedPaths(rendered, current);
  return {
    ...current,
    ...(await readPaths(
      root,
      before.filter(path => !(path in rendered)),
    )),
  };
}
