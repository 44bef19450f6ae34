import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The real path of the folder, or of the nearest one above that exists. */
async function nearestRealPath(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    if (await isThere(folder)) {
      throw new InputError(`${folder} is a symbolic link that leads nowhere`);
    }
    return nearestRealPath(dirname(folder));
  }
}

/**
 * @throws InputError when a path of the tree that should be a folder is none,
 *   or when a symbolic link leads out of the tree
 */
export async function assertInside(
  root: string,
  folder: string,
): Promise<void> {
  const real = await nearestRealPath(folder);
  const away = relative(await nearestRealPath(root), real);
  if (away === '..' || away.startsWith(`..${sep}`)) {
    throw new InputError(
      `${relative(root, folder)} leads out of ${root} by a symbolic link`,
    );
  }
  if (!(await stat(real)).isDirectory()) {
    throw new InputError(`${real} is no folder`);
  }
}
