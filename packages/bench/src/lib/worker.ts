import { type ChildProcess, fork } from 'node:child_process';

/** What a worker can be asked to do. */
export type Handlers = Record<string, (argument: never) => unknown>;

interface Call {
  id: number;
  name: string;
  argument: unknown;
}

interface Answer {
  answerTo: number;
  value?: unknown;
  error?: string;
}

/** In a worker: answers the calls of its parent. */
export function serve(handlers: Handlers): void {
  process.on('disconnect', () => process.exit());
  process.on('message', async ({ id, name, argument }: Call) => {
    try {
      const value = await handlers[name](argument as never);
      process.send?.({ answerTo: id, value });
    } catch (error) {
      process.send?.({ answerTo: id, error: String(error) });
    }
  });
}

/** A process of its own, so that what it costs can be told apart. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #open = new Map<number, (answer: Partial<Answer>) => void>();
  #next = 0;

  constructor(file: string) {
    this.#child = fork(file, {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Backstage's loader of TypeScript sends messages of its own.
    this.#child.on('message', (answer: Partial<Answer>) => {
      if (answer.answerTo !== undefined) {
        this.#open.get(answer.answerTo)?.(answer);
        this.#open.delete(answer.answerTo);
      }
    });
    this.#child.once('exit', () => {
      for (const settle of this.#open.values()) {
        settle({ error: 'The worker ended' });
      }
    });
  }

  async call<T>(name: string, argument?: unknown): Promise<T> {
    this.#next += 1;
    const id = this.#next;
    const answer = await new Promise<Partial<Answer>>(resolve => {
      this.#open.set(id, resolve);
      this.#child.send({ id, name, argument });
    });
    if (answer.error) {
      throw new Error(answer.error);
    }
    return answer.value as T;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise(resolve => this.#child.once('exit', resolve));
      this.#child.kill('SIGKILL');
      await ended;
    }
  }
}
