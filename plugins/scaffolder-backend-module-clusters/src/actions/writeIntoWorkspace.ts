import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { isExecutable } from '@clusterworks/plugin-clusters-blueprint';
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Maximum number of paths in an error message. */
const MAX_NAMED = 10;

/**
 * Writes files into the workspace of a task, or none of them. An earlier step
 * may have fetched files of others there, so nothing is written through a
 * symbolic link, and nothing is opened that is no regular file: whoever opens a
 * pipe waits until somebody reads from it.
 *
 * @param folder - in the workspace
 * @throws NotAllowedError when the folder is outside of the workspace,
 * ConflictError that names what is in the way
 */
export async function writeIntoWorkspace(
  workspace: string,
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const prefix = relative(workspace, resolveSafeChildPath(workspace, folder));
  const targets = Object.entries(files).map(([path, content]) => ({
    path: join(prefix, path),
    content,
  }));
  const problems = new Set<string>();
  for (const { path } of targets) {
    const problem = await whatIsInTheWay(workspace, path);
    if (problem) {
      problems.add(problem);
    }
  }
  if (problems.size > 0) {
    const named = [...problems].slice(0, MAX_NAMED);
    const more = problems.size - named.length;
    throw new ConflictError(
      `Nothing was written, because of what is in the workspace:\n${named.join(
        '\n',
      )}${more > 0 ? `\nand ${more} more` : ''}`,
    );
  }
  for (const { path, content } of targets) {
    const file = resolveSafeChildPath(workspace, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, {
      mode: isExecutable(path) ? 0o755 : 0o644,
    });
  }
}

/** Why a file cannot be written there; undefined when it can. */
async function whatIsInTheWay(
  workspace: string,
  path: string,
): Promise<string | undefined> {
  const names = path.split(sep);
  for (let depth = 1; depth <= names.length; depth += 1) {
    const part = names.slice(0, depth).join(sep);
    const found = await lstat(join(workspace, part)).catch(error => {
      if (error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    });
    if (!found) {
      return undefined;
    }
    if (depth < names.length && !found.isDirectory()) {
      return `${part} is no folder`;
    }
    if (depth === names.length && !found.isFile()) {
      return `${part} is no regular file`;
    }
  }
  return undefined;
}
