import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordedPaths } from '@clusterworks/plugin-clusters-blueprint';

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  }
}

/** The files of a directory with given paths, those that are there. */
export async function readPaths(
  root: string,
  paths: readonly string[],
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await Promise.all(
    paths.map(async path => {
      const content = await readIfThere(join(root, path));
      if (content !== undefined) {
        found[path] = content;
      }
    }),
  );
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
