import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const packageRoot = path.resolve(__dirname, '..', '..');

/** A backend in its own process. */
export class BackendProcess {
  readonly #process: ChildProcess;
  readonly #exited: Promise<number | null>;
  output = '';

  constructor(options: {
    config: string[];
    env: Record<string, string>;
    /** Path of another backend than that of this repository. */
    entry?: string;
  }) {
    this.#process = spawn(
      process.execPath,
      [
        '--no-node-snapshot',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        options.entry ?? 'src/index.ts',
        ...options.config.flatMap(file => ['--config', file]),
      ],
      {
        cwd: packageRoot,
        // No other variables of the test's environment, such as NODE_ENV.
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          ...options.env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', data => {
        this.output += data;
      });
    }
    this.#exited = new Promise(resolve =>
      this.#process.once('close', code => resolve(code)),
    );
  }

  /** Its number in the operating system. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** The exit code; `still running` after the time given. */
  async exitCode(withinMs: number): Promise<number | null | 'still running'> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'still running'>(resolve => {
      timer = setTimeout(() => resolve('still running'), withinMs);
    });
    try {
      return await Promise.race([this.#exited, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits until a line of the log matches. */
  async said(pattern: RegExp, withinMs: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`not said: ${pattern}\n${this.output}`)),
        withinMs,
      );
      const look = () => {
        if (pattern.test(this.output)) {
          clearTimeout(timer);
          resolve();
        }
      };
      this.#process.stdout?.on('data', look);
      this.#process.once('close', () => {
        clearTimeout(timer);
        reject(new Error(`ended before it said ${pattern}\n${this.output}`));
      });
      look();
    });
  }

  /** Asks the process to end with a signal, as an operating system does. */
  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited;
  }
}
