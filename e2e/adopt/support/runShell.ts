import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const COMMAND_MS = 40 * 60_000;

/**
 * Runs a command as it stands in a text for people.
 *
 * @throws Error with the end of what it printed
 */
export async function runShell(
  command: string,
  options: { cwd: string; env?: Record<string, string> },
): Promise<void> {
  try {
    await promisify(execFile)('sh', ['-c', command], {
      cwd: options.cwd,
      timeout: COMMAND_MS,
      maxBuffer: 64 * 2 ** 20,
      env: { ...process.env, ...options.env },
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as Record<string, string>;
    throw new Error(
      `${command}\n${stdout.slice(-6000)}\n${stderr.slice(-6000)}`,
    );
  }
}
