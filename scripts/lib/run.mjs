import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { say } from './progress.mjs';

/** A program of a dependency, for `run`. */
export const bin = (name, ...rest) =>
  path.join(root, 'node_modules', ...name.split('/'), ...rest);

export const backstageCli = bin('@backstage/cli', 'bin', 'backstage-cli');

function start(toolchain, args, { env = {}, cwd = root, stdio }) {
  return spawn(toolchain.nodeBinary, args, {
    cwd,
    env: {
      ...toolchain.env,
      NODE_OPTIONS: '--no-node-snapshot',
      CI: 'true',
      ...env,
    },
    stdio,
  });
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Ends a command that takes longer; its workers end with it. */
function limitTime(child, minutes) {
  const timer = setTimeout(() => {
    say(`ended after ${minutes} minutes: ${child.spawnargs.join(' ')}`);
    child.kill('SIGKILL');
  }, minutes * 60_000);
  child.once('close', () => clearTimeout(timer));
}

/**
 * Runs a command with its output on this terminal, or its errors in the file
 * `stderr`, for at most so many minutes; resolves to its exit code.
 */
export async function run(
  toolchain,
  args,
  { stdout = 'inherit', stderr, mostMinutes, ...options } = {},
) {
  const log = stderr && fs.openSync(stderr, 'w');
  try {
    const child = start(toolchain, args, {
      ...options,
      stdio: ['ignore', stdout, log ?? 'inherit'],
    });
    if (mostMinutes) {
      limitTime(child, mostMinutes);
    }
    return await exitCode(child);
  } finally {
    if (log !== undefined) {
      fs.closeSync(log);
    }
  }
}

/** Runs a command; resolves to its exit code and what it printed. */
export async function capture(toolchain, args) {
  const child = start(toolchain, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => (output += data));
  }
  return { code: await exitCode(child), output };
}
