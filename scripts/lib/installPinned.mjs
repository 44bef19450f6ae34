import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { LaunchError } from './LaunchError.mjs';

/**
 * Installs packages without their dependencies into a folder. npm checks each
 * against the hash in the lockfile that is written here.
 *
 * @throws LaunchError when a package cannot be fetched, or has another hash
 */
export function installPinned(folder, packages) {
  fs.mkdirSync(folder, { recursive: true });
  writeLockfile(folder, packages);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: cleanNpmEnv(),
    },
  );
  if (result.status !== 0) {
    const specs = packages.map(({ name, version }) => `${name}@${version}`);
    throw new LaunchError(
      `npm could not install ${specs.join(' and ')}: ${
        firstLines(result.stderr) || result.error?.message || 'no message'
      }`,
      result.stderr?.includes('EINTEGRITY')
        ? 'The registry sent something else than what scripts/lib/pinnedPackages.mjs pins. Nothing of it was run.'
        : 'Is the npm registry reachable from here? `npm ping` tells. Nothing was started.',
    );
  }
}

function writeLockfile(folder, packages) {
  const name = 'clusterworks-toolchain';
  const dependencies = Object.fromEntries(
    packages.map(each => [each.name, each.version]),
  );
  const write = (file, content) =>
    fs.writeFileSync(path.join(folder, file), JSON.stringify(content, null, 2));
  write('package.json', { name, private: true, dependencies });
  write('package-lock.json', {
    name,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name, dependencies },
      // Without an address, npm uses the configured registry.
      ...Object.fromEntries(
        packages.map(({ name: dependency, version, integrity }) => [
          `node_modules/${dependency}`,
          { version, integrity },
        ]),
      ),
    },
  });
}

// npm passes its settings on in the environment; `ignore-scripts` or a prefix
// of the outer call must not affect the inner call.
function cleanNpmEnv() {
  const env = { ...process.env };
  for (const key of [
    'npm_config_prefix',
    'npm_config_global',
    'npm_config_workspace',
  ]) {
    delete env[key];
  }
  return env;
}

function firstLines(text) {
  return (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.includes('A complete log of this run'))
    .slice(0, 2)
    .join(' ');
}
