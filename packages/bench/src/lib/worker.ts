import { type ChildProcess, fork } from 'node:child_process';
import { compileWorker } from './compileWorker';

/** The methods that a worker offers. */
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

/**
 * Options of Node that docs/operate/sizing.md recommends: on a large machine
 * the young generation would otherwise take 100 MB more.
 */
const RECOMMENDED_OPTIONS = ['--max-semi-space-size=16'];
/** The settings of glibc's allocator from the same page. */
const RECOMMENDED_ENVIRONMENT = {
  GLIBC_TUNABLES:
    'glibc.malloc.arena_max=1:glibc.malloc.mmap_threshold=16384:glibc.malloc.mmap_max=32768',
};

/** A separate process, so that its cost can be measured separately. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #open = new Map<number, (answer: Partial<Answer>) => void>();
  #next = 0;

  /** @param options - further options of Node */
  constructor(file: string, options: readonly string[] = []) {
    this.#child = fork(compileWorker(file), {
      execArgv: [...RECOMMENDED_OPTIONS, ...options],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        ...RECOMMENDED_ENVIRONMENT,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child.on('message', (answer: Answer) => {
      this.#open.get(answer.answerTo)?.(answer);
      this.#open.delete(answer.answerTo);
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
      this.#child.send({ id, name, argument }, error => {
        if (error) {
          this.#open.delete(id);
          resolve({ error: 'The worker ended' });
        }
      });
    });
    if (answer.error) {
      throw new Error(answer.error);
    }
    return answer.value as T;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits until the process has ended, but no longer than some milliseconds. */
  async ended(milliseconds: number): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, milliseconds);
        this.#child.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async end(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise(resolve => this.#child.once('exit', resolve));
      this.#child.kill('SIGKILL');
      await ended;
    }
  }
}
