import { type ChildProcess, fork } from 'node:child_process';
import type { HostileAnswer, HostileRequest } from './serveHostile';

/**
 * Runs the hostile servers in a separate process, so that their own use of
 * memory and CPU is not counted as the reader's.
 */
export class HostileProcess {
  readonly #process: ChildProcess;
  readonly #died: Promise<never>;
  #settle: ((answer: HostileAnswer) => void) | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#process = fork(require.resolve('./serveHostile'), {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#died = new Promise((_, reject) =>
      this.#process.once('exit', (code, signal) =>
        reject(new Error(`The hostile servers ended: ${signal ?? code}`)),
      ),
    );
    this.#died.catch(() => {});
    // Backstage's TypeScript loader also sends messages over this channel.
    this.#process.on('message', (message: Partial<HostileAnswer>) => {
      if (message.ca) {
        this.#settle?.(message as HostileAnswer);
      }
    });
  }

  /**
   * Sends a request to the process and waits for its answer; requests are sent
   * one after the other.
   *
   * @throws when the process has ended
   */
  ask(request: HostileRequest): Promise<HostileAnswer> {
    const answer = this.#last.then(() =>
      Promise.race([
        new Promise<HostileAnswer>(resolve => {
          this.#settle = resolve;
          this.#process.send(request);
        }),
        this.#died,
      ]),
    );
    this.#last = answer;
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
  }
}
