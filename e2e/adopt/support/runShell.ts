import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const COMMAND_MS = 60 * 60_000;
const MAX_TRIES = 8;
const networkFault =
  /RequestError|socket hang up|ECONNRESET|ETIMEDOUT|EAI_AGAIN|HTTPError: Response code (429|5\d\d)/;

/** The registry may be slow, and may hang up. */
const patience = {
  YARN_HTTP_TIMEOUT: '120000',
  // Yarn 4.13 dies of its own second try (`onCancel` handler), so that it is
  // the whole command that is tried again: Yarn keeps what it has fetched.
  YARN_HTTP_RETRY: '0',
};

/**
 * Runs a command as it stands in a text for people, and again when it was the
 * network that failed.
 *
 * @throws Error with the end of what it printed
 */
export async function runShell(
  command: string,
  options: { cwd: string; env?: Record<string, string> },
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await promisify(execFile)('sh', ['-c', command], {
        cwd: options.cwd,
        timeout: COMMAND_MS,
        maxBuffer: 64 * 2 ** 20,
        env: { ...process.env, ...patience, ...options.env },
      });
      return;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as Record<string, string>;
      const output = `${stdout.slice(-6000)}\n${stderr.slice(-6000)}`;
      if (tries === MAX_TRIES || !networkFault.test(output)) {
        throw new Error(`${command}\n${output}`);
      }
    }
  }
}
