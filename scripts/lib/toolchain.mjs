import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installPinned } from './installPinned.mjs';
import { LaunchError } from './LaunchError.mjs';
import { root, toolchainDir } from './paths.mjs';
import { NODE_PACKAGES, YARN_PACKAGE } from './pinnedPackages.mjs';
import { say } from './progress.mjs';

/** Majors that Backstage 1.55 supports. */
const SUPPORTED_MAJORS = [22, 24];

function isSupported(version) {
  return SUPPORTED_MAJORS.includes(
    Number(version.replace(/^v/, '').split('.')[0]),
  );
}

function packageDir(name) {
  return path.join(toolchainDir, 'node_modules', ...name.split('/'));
}

function installedVersion(name) {
  try {
    const file = path.join(packageDir(name), 'package.json');
    return JSON.parse(fs.readFileSync(file, 'utf8')).version;
  } catch {
    return undefined;
  }
}

function isYarn4(script) {
  const result = spawnSync(process.execPath, [script, '--version'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 10_000,
    // Otherwise Corepack's yarn would fetch a Yarn.
    env: {
      ...process.env,
      YARN_IGNORE_PATH: '1',
      COREPACK_ENABLE_NETWORK: '0',
    },
  });
  return result.status === 0 && /^4\./.test(result.stdout.trim());
}

/** The script of a Yarn 4 that the machine has: the one that runs us, or on the PATH. */
function machineYarn() {
  const { npm_config_user_agent: agent = '', npm_execpath: running } =
    process.env;
  if (running && /^yarn\/4\./.test(agent) && fs.existsSync(running)) {
    return running;
  }
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder || '.', 'yarn');
    if (!fs.existsSync(file)) {
      continue;
    }
    const script = fs.realpathSync(file);
    return /\.c?js$/.test(script) && isYarn4(script) ? script : undefined;
  }
  return undefined;
}

function writeShims(nodeBinary, yarnScript) {
  const bin = path.join(toolchainDir, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    fs.writeFileSync(
      path.join(bin, 'yarn.cmd'),
      `@"${nodeBinary}" "${yarnScript}" %*\r\n`,
    );
    fs.writeFileSync(path.join(bin, 'node.cmd'), `@"${nodeBinary}" %*\r\n`);
    return bin;
  }
  const quote = text => `'${text.replace(/'/g, `'\\''`)}'`;
  // Another command may prepare the same tree at this moment, or run from it.
  const replace = (name, write) => {
    const file = path.join(bin, name);
    const temporary = `${file}.${process.pid}`;
    write(temporary);
    fs.renameSync(temporary, file);
  };
  const command = `exec ${quote(nodeBinary)} ${quote(yarnScript)} "$@"`;
  replace('yarn', file =>
    fs.writeFileSync(file, `#!/bin/sh\n${command}\n`, { mode: 0o755 }),
  );
  replace('node', file => fs.symlinkSync(nodeBinary, file));
  return bin;
}

/**
 * Makes sure that a supported Node and Yarn are at hand, fetched from npm when
 * the machine has none, and returns the environment to run everything else in.
 */
export function ensureToolchain() {
  const needNode =
    !isSupported(process.version) ||
    process.env.CLUSTERWORKS_FORCE_TOOLCHAIN === '1';
  const ownYarn = needNode ? undefined : machineYarn();
  const wanted = ownYarn ? [] : [YARN_PACKAGE];
  let nodeBinary = process.execPath;
  if (needNode) {
    const entry = NODE_PACKAGES[`${process.platform}-${process.arch}`];
    if (!entry) {
      throw new LaunchError(
        `Node ${process.version} is not supported (Backstage 1.55 needs 22 or 24), and npm has no Node for ${process.platform}-${process.arch}.`,
        'Install Node 24 by hand and run the command again.',
      );
    }
    wanted.push(entry);
    nodeBinary = path.join(
      packageDir(entry.name),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
  }
  const missing = wanted.filter(
    ({ name, version }) => installedVersion(name) !== version,
  );
  if (missing.length > 0) {
    say(
      needNode
        ? `Node ${process.version} is not supported here: fetching Node ${wanted[1].version} and Yarn ${YARN_PACKAGE.version} from npm`
        : `Fetching Yarn ${YARN_PACKAGE.version} from npm`,
    );
    // All packages at once, because npm removes packages that the lockfile
    // does not name.
    installPinned(toolchainDir, wanted);
  }
  if (needNode && !fs.existsSync(nodeBinary)) {
    throw new LaunchError(
      `The package ${wanted[1].name} holds no Node at ${path.relative(
        root,
        nodeBinary,
      )}.`,
      `Remove ${path.relative(root, toolchainDir)} and try again.`,
    );
  }
  const yarnScript =
    ownYarn ?? path.join(packageDir(YARN_PACKAGE.name), 'bin', 'yarn.js');
  const bin = writeShims(nodeBinary, yarnScript);
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${path.dirname(nodeBinary)}${path.delimiter}${
      process.env.PATH ?? ''
    }`,
    YARN_IGNORE_PATH: '1',
    YARN_ENABLE_TELEMETRY: '0',
  };
  // Yarn has its own default registry; the one that npm uses is the one that works here.
  if (!env.YARN_NPM_REGISTRY_SERVER && env.npm_config_registry) {
    env.YARN_NPM_REGISTRY_SERVER = env.npm_config_registry.replace(/\/$/, '');
  }
  return { env, nodeBinary, yarnScript };
}
