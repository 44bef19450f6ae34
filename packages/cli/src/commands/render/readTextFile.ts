import { isUtf8 } from 'node:buffer';
import { lstat, readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';

/** Reading a device or a pipe would never end, and a link may lead anywhere. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The text of a file in the tree.
 *
 * @returns undefined when there is no such file
 * @throws InputError when the path is no text file that `clusters render`
 *   could have written
 */
export async function readTextFile(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      return undefined;
    }
    throw new InputError(`${path} cannot be read: ${error.code}`);
  });
  if (!found) {
    return undefined;
  }
  if (!found.isFile()) {
    throw new InputError(`${path} is no regular file`);
  }
  if (found.size > MAX_BYTES) {
    throw new InputError(`${path} is larger than ${MAX_BYTES} bytes`);
  }
  const bytes = await readFile(path);
  if (!isUtf8(bytes)) {
    throw new InputError(`${path} is no text in UTF-8`);
  }
  return bytes.toString('utf8');
}
