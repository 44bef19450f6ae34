import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../packages/test-support/src/freePort';

const root = path.resolve(__dirname, '..', '..');

/** Ports that nobody listens on right now. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    ports.add(await freePort());
  }
  return [...ports];
}

/** True when a connection to the port is refused. */
export function isClosed(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}

/** A portal with the demo fleet, started by the launcher that `npm start` runs. */
export class Portal {
  output = '';

  private constructor(
    readonly process: ChildProcess,
    readonly ports: {
      portal: number;
      backend: number;
      github: number;
      kube: number;
    },
    readonly stateDir: string,
  ) {}

  get url(): string {
    return `http://localhost:${this.ports.portal}`;
  }

  /** The portal as the backend serves it, once `packages/app` was built. */
  get productionUrl(): string {
    return `http://localhost:${this.ports.backend}`;
  }

  get githubUrl(): string {
    return `http://127.0.0.1:${this.ports.github}`;
  }

  static async start(options: { stateDir?: string } = {}): Promise<Portal> {
    const [portal, backend, github] = await freePorts(3);
    const kube = 20_000 + Math.floor(Math.random() * 20_000);
    const stateDir =
      options.stateDir ??
      fs.mkdtempSync(path.join(os.tmpdir(), 'clusterworks-'));
    const child = spawn(
      process.execPath,
      [path.join(root, 'scripts', 'start.mjs')],
      {
        cwd: root,
        env: {
          ...process.env,
          CLUSTERWORKS_STATE_DIR: stateDir,
          CLUSTERWORKS_PORTAL_PORT: String(portal),
          CLUSTERWORKS_BACKEND_PORT: String(backend),
          CLUSTERWORKS_GITHUB_PORT: String(github),
          CLUSTERWORKS_KUBE_PORT: String(kube),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const result = new Portal(
      child,
      { portal, backend, github, kube },
      stateDir,
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', chunk => {
        result.output += chunk;
      });
    }
    return result;
  }

  /** Resolves when the launcher says that the portal is ready. */
  async ready(timeoutMs = 300_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!this.output.includes('Clusterworks is ready')) {
      if (this.process.exitCode !== null) {
        throw new Error(
          `The launcher ended (${this.process.exitCode}):\n${this.output}`,
        );
      }
      if (Date.now() > deadline) {
        throw new Error(`Not ready:\n${this.output}\n${this.logs()}`);
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  /** The last lines of every log, for a failure message. */
  logs(): string {
    const folder = path.join(this.stateDir, 'logs');
    if (!fs.existsSync(folder)) {
      return '';
    }
    return fs
      .readdirSync(folder)
      .map(
        name =>
          `--- ${name}\n${fs
            .readFileSync(path.join(folder, name), 'utf8')
            .slice(-3000)}`,
      )
      .join('\n');
  }

  /** Ends the launcher with a signal and waits until every port is closed. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    // A process that a signal ended has no exit code.
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exited = new Promise(resolve => this.process.once('exit', resolve));
      this.process.kill(signal);
      await exited;
    }
    await this.waitUntilClosed();
  }

  async waitUntilClosed(timeoutMs = 15_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (const [name, port] of Object.entries(this.ports)) {
      while (!(await isClosed(port))) {
        if (Date.now() > deadline) {
          throw new Error(`Port ${port} (${name}) is still open`);
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }
}
