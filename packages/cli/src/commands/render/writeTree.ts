import {
  chmod,
  mkdir,
  mkdtemp,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  ChangePlan,
  isExecutable,
} from '@clusterworks/plugin-clusters-blueprint';

/** The real path of the folder, or of the nearest one above that exists. */
async function nearestRealPath(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    return nearestRealPath(dirname(folder));
  }
}

/** Refuses a folder that a symbolic link leads out of the tree. */
async function assertInside(root: string, folder: string): Promise<void> {
  const away = relative(await realpath(root), await nearestRealPath(folder));
  if (away === '..' || away.startsWith(`..${sep}`)) {
    throw new InputError(
      `${relative(root, folder)} leads out of ${root} by a symbolic link`,
    );
  }
}

/** Takes empty folders away, from the inside out, up to the root. */
async function pruneFolders(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== root && at !== '.'; at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}

/**
 * Carries out a plan. Everything is written next to the tree first and then
 * moved, file by file, so that a full disk or a killed process leaves whole
 * files only.
 */
export async function writeTree(root: string, plan: ChangePlan): Promise<void> {
  await mkdir(root, { recursive: true });
  const staging = await mkdtemp(join(root, '.clusterworks-'));
  try {
    const files = Object.entries(plan.write);
    const staged = await Promise.all(
      files.map(async ([path, content], index) => {
        const temporary = join(staging, String(index));
        await writeFile(temporary, content, 'utf8');
        if (isExecutable(path)) {
          await chmod(temporary, 0o755);
        }
        return { temporary, target: join(root, path) };
      }),
    );
    for (const { target } of staged) {
      await assertInside(root, dirname(target));
      await mkdir(dirname(target), { recursive: true });
    }
    for (const { temporary, target } of staged) {
      await rename(temporary, target);
    }
    for (const path of plan.delete) {
      await rm(join(root, path), { force: true });
      await pruneFolders(root, dirname(join(root, path)));
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
