import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a command is installed. */
export function hasTool(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}

/**
 * `it` when a tool or data is present; otherwise `it.skip`, so that the test
 * shows as skipped.
 */
export function itWith(available: boolean | string | undefined): jest.It {
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
