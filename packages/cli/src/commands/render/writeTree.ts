import {
  chmod,
  mkdir,
  mkdtemp,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChangePlan } from '@clusterworks/plugin-clusters-blueprint';
import { isExecutable } from '@clusterworks/plugin-clusters-blueprint';
import { assertInside } from './assertInside';

/** Removes empty folders, from the innermost outwards, up to the root. */
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
 * Carries out a plan. All files are written next to the tree first and then
 * moved one by one, so that a full disk or a killed process leaves no
 * incomplete file.
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
    for (const path of plan.delete) {
      await assertInside(root, dirname(join(root, path)));
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
