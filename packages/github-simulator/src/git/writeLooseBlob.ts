import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const compress = promisify(deflate);

/**
 * Stores bytes as a loose object, the way `git hash-object -w` does, but without
 * a process for each of the hundred files of a pull request.
 */
export async function writeLooseBlob(
  gitDir: string,
  content: Buffer | string,
): Promise<string> {
  const bytes = Buffer.from(content as string, 'utf8');
  const object = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
  const sha = createHash('sha1').update(object).digest('hex');
  const folder = join(gitDir, 'objects', sha.slice(0, 2));
  const file = join(folder, sha.slice(2));
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true });
    const temporary = join(folder, `tmp_obj_${randomUUID()}`);
    await writeFile(temporary, await compress(object), { mode: 0o444 });
    await rename(temporary, file);
  }
  return sha;
}
