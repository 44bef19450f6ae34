import { type ChildProcess, spawn } from 'node:child_process';

/** A built backend in its own process. */
export class ServerProcess {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  output = '';

  constructor(options: {
    folder: string;
    command: string[];
    env: Record<string, string>;
    /** Numbers of user and group to run as, where we may choose: `1000:1000`. */
    user?: string;
  }) {
    const [program, ...args] = options.command;
    const [uid, gid] = (options.user ?? '').split(':').map(Number);
    this.#process = spawn(program, args, {
      cwd: options.folder,
      env: {
        PATH: process.env.PATH,
        NODE_OPTIONS: '--no-node-snapshot',
        ...options.env,
      },
      ...(options.user && process.getuid?.() === 0 && { uid, gid }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', data => {
        this.output += data;
      });
    }
    this.#ended = new Promise(resolve =>
      this.#process.once('close', () => resolve()),
    );
  }

  /** Waits until the address says that all plugins have started. */
  async ready(baseUrl: string, withinMs = 600_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    const url = `${baseUrl}/.backstage/health/v1/readiness`;
    while (this.#process.exitCode === null && Date.now() < deadline) {
      const answer = await fetch(url, {
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined);
      if (answer?.status === 200) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error(`not ready:\n${this.output.slice(-8000)}`);
  }

  /** Ends the process; by force when it has not ended after 20 seconds. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 20_000);
    await this.#ended;
    clearTimeout(timer);
  }
}
