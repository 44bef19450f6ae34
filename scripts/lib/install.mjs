import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { LaunchError } from './LaunchError.mjs';
import { root } from './paths.mjs';
import { detail, endDetail, heartbeat, say } from './progress.mjs';

/** Room that a first installation needs, in bytes. */
const NEEDED_BYTES = 4 * 1024 ** 3;

const stampFile = path.join(root, 'node_modules', '.clusterworks-install');

function manifests() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of fs.readdirSync(path.join(root, folder)).sort()) {
      const file = path.join(folder, name, 'package.json');
      if (fs.existsSync(path.join(root, file))) {
        files.push(file);
      }
    }
  }
  return files;
}

function fingerprint(nodeBinary) {
  const hash = createHash('sha256');
  for (const file of manifests()) {
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0');
  }
  hash.update(
    `${process.platform}-${process.arch} ${path.basename(nodeBinary)}`,
  );
  return hash.digest('hex');
}

/** Refuses to begin a first installation when the disk has too little space. */
export function checkDisk() {
  if (typeof fs.statfsSync !== 'function' || fs.existsSync(stampFile)) {
    return;
  }
  const { bavail, bsize } = fs.statfsSync(root);
  const free = bavail * bsize;
  if (free < NEEDED_BYTES) {
    throw new LaunchError(
      `Only ${(free / 1024 ** 3).toFixed(
        1,
      )} GiB are free on the disk of ${root}; the installation needs about ${
        NEEDED_BYTES / 1024 ** 3
      } GiB.`,
      'Free some room, or clone to another disk. Nothing was installed.',
    );
  }
}

function explain(output) {
  const text = output.join('\n');
  if (/ENOSPC/.test(text)) {
    return new LaunchError(
      'The disk is full: yarn install stopped with ENOSPC.',
      'Free some room and run the command again; it goes on where it stopped.',
    );
  }
  if (
    /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|RequestError|network/i.test(
      text,
    )
  ) {
    return new LaunchError(
      'yarn install could not reach the npm registry.',
      'Check the network or proxy (`npm ping` tells), then run the command again; it goes on where it stopped.',
    );
  }
  const errors = output
    .filter(line => /YN0001|YN0028|Error|➤ .*✖/.test(line))
    .slice(-5);
  return new LaunchError(
    `yarn install failed:\n  ${(errors.length ? errors : output.slice(-8)).join(
      '\n  ',
    )}`,
    'Run `npm run setup -- --verbose` to see everything.',
  );
}

/**
 * Installs the dependencies when the lockfile or a manifest changed since the
 * last time. Idempotent; an interrupted installation is simply run again.
 */
export async function ensureInstalled(toolchain, { verbose = false } = {}) {
  const wanted = fingerprint(toolchain.nodeBinary);
  if (
    fs.existsSync(stampFile) &&
    fs.readFileSync(stampFile, 'utf8') === wanted
  ) {
    return false;
  }
  say(
    'Installing dependencies (about 2 GB; one to four minutes the first time)',
  );
  const stop = heartbeat(() => 'still installing dependencies');
  const output = [];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(
      toolchain.nodeBinary,
      [toolchain.yarnScript, 'install', '--immutable'],
      {
        cwd: root,
        env: { ...toolchain.env, YARN_ENABLE_PROGRESS_BARS: '0', CI: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const onSignal = signal => child.kill(signal);
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', chunk => {
        if (verbose) {
          process.stderr.write(chunk);
        }
        const lines = chunk.split('\n').filter(Boolean);
        output.push(...lines);
        output.splice(0, output.length - 200);
        if (lines.length && !verbose) {
          detail(lines[lines.length - 1]);
        }
      });
    }
    child.on('error', reject);
    child.on('close', (status, signal) => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      resolve(signal ? 130 : status);
    });
  });
  stop();
  endDetail();
  if (code === 130) {
    throw new LaunchError(
      'Interrupted while installing. Run the command again: it goes on where it stopped.',
    );
  }
  if (code !== 0) {
    throw explain(output);
  }
  fs.writeFileSync(stampFile, wanted);
  say('Dependencies are installed');
  return true;
}
