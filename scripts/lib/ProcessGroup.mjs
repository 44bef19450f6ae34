import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const guard = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'guard.mjs',
);

/** The long-running commands of one start; all of them end together. */
export class ProcessGroup {
  #members = new Map();
  #stopping;
  #onExit;

  constructor({ nodeBinary, logDir, onExit }) {
    this.nodeBinary = nodeBinary;
    this.logDir = logDir;
    this.#onExit = onExit;
    fs.mkdirSync(logDir, { recursive: true });
  }

  /**
   * Starts a command; its output goes to `<logDir>/<name>.log`. Refused while
   * the group is ending: nothing would end the new command, and the launcher
   * would wait for it for ever.
   */
  start(name, { command, args, cwd, env }) {
    if (this.#stopping) {
      throw new Error(`${name} is not started: everything ends`);
    }
    const logFile = path.join(this.logDir, `${name}.log`);
    const log = fs.openSync(logFile, 'w');
    const child = spawn(this.nodeBinary, [guard, command, ...args], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    fs.closeSync(log);
    const exited = new Promise(resolve => {
      child.once('exit', (code, signal) => {
        this.#members.delete(name);
        resolve();
        if (!this.#stopping) {
          this.#onExit({ name, code, signal, logFile });
        }
      });
      child.once('error', resolve);
    });
    this.#members.set(name, { child, exited, logFile });
  }

  /** Ends every command and waits until all of them are gone. */
  stop() {
    this.#stopping ??= Promise.all(
      [...this.#members.values()].map(({ child, exited }) => {
        if (child.connected) {
          child.disconnect();
        }
        return exited;
      }),
    );
    return this.#stopping;
  }
}

/** The last lines of a log that are not empty, for an error message. */
export function tail(file, lines = 15) {
  try {
    return fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.trim())
      .slice(-lines)
      .map(line => `  | ${line}`)
      .join('\n');
  } catch {
    return '';
  }
}
