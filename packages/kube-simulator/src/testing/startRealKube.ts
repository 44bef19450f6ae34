import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedPath } from './sharedPath';

/** A real API server that runs for one test file. */
export interface RealKube {
  server: string;
  caData: string;
  tokens: { admin: string; reader: string; nobody: string };
  stop(): void;
}

/** The script that starts one; undefined where it is absent or cannot run. */
export const realKubeScript =
  process.platform === 'linux' && process.arch === 'x64'
    ? sharedPath('tools', 'kube', 'kube')
    : undefined;

/** The ports that the script finds free may be taken before it uses them. */
const ATTEMPTS = 3;

/** Starts a real API server with CRDs of the given shared folders. */
export function startRealKube(crdFolders: string[]): RealKube {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return tryToStart(crdFolders);
    } catch (error) {
      if (left === 1) {
        throw error;
      }
    }
  }
}

function tryToStart(crdFolders: string[]): RealKube {
  const script = realKubeScript;
  if (!script) {
    throw new Error('the real API server is absent');
  }
  const home = mkdtempSync(join(tmpdir(), 'clusterworks-kube-'));
  const run = (...args: string[]) =>
    execFileSync(script, args, {
      env: { ...process.env, KUBE_HOME: home },
      encoding: 'utf8',
    });
  const stop = () => {
    run('down');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const { server, caFile, tokens } = JSON.parse(run('up'));
    const folders = crdFolders.map(folder => sharedPath('upstream', folder));
    run(
      'crds',
      ...folders.filter((path): path is string => path !== undefined),
    );
    return {
      server,
      caData: readFileSync(caFile).toString('base64'),
      tokens,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}
