import { spawnSync } from 'child_process';
import { existsSync, mkdirSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';

/** The folder of material that tests compare with, where there is one. */
export const sharedDirectory =
  process.env.CLUSTERWORKS_SHARED_DIR ??
  resolve(__dirname, '../../../../../shared');

/** Whether a part of the shared folder is there. */
export function hasShared(path: string): boolean {
  return existsSync(join(sharedDirectory, path));
}

/** Whether a command is installed. */
export function hasTool(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}

/** `it` where something is there; otherwise a test that shows as skipped. */
export function itWith(available: boolean): jest.It {
  return available ? it : it.skip;
}

/** Writes files to a folder. */
export function writeFiles(root: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, {
      mode: path.endsWith('.sh') ? 0o755 : 0o644,
    });
  }
}
