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

/**
 * The files of a directory that a render may touch: those that it produces,
 * and those that its records say it produced before.
 */
export async function readTree(
  root: string,
  rendered: Record<string, string>,
): Promise<Record<string, string>> {
  const current: Record<string, string> = {};
  const read = async (path: string) => {
    const content = await readIfThere(join(root, path));
    if (content !== undefined) {
      current[path] = content;
    }
  };
  await Promise.all(Object.keys(rendered).map(read));
  const before = recordedPaths(rendered, current);
  await Promise.all(before.filter(path => !(path in rendered)).map(read));
  return current;
}
