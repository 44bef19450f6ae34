import { type ChildProcess, fork } from 'node:child_process';
import type { HostileAnswer, HostileRequest } from './serveHostile';

/**
 * Hostile servers in a process of their own: what they cost is then not taken
 * for what they cost the reader.
 */
export class HostileProcess {
  readonly #process: ChildProcess;
  #settle: ((answer: HostileAnswer) => void) | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#process = fork(require.resolve('./serveHostile'), {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Backstage's loader of TypeScript sends messages of its own.
    this.#process.on('message', (message: Partial<HostileAnswer>) => {
      if (message.ca) {
        this.#settle?.(message as HostileAnswer);
      }
    });
  }

  /** Asks the process; one question after the other. */
  ask(request: HostileRequest): Promise<HostileAnswer> {
    const answer = this.#last.then(
      () =>
        new Promise<HostileAnswer>(resolve => {
          this.#settle = resolve;
          this.#process.send(request);
        }),
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
