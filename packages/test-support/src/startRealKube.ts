import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sharedPath } from './sharedPath';
import { waitFor } from './waitFor';

const run = promisify(execFile);

/**
 * The script that starts an API server; undefined when it is absent or cannot
 * run.
 */
const tool =
  process.platform === 'linux' && process.arch === 'x64'
    ? sharedPath('tools', 'kube', 'kube')
    : undefined;

/** Whether a real API server can be started here. */
export const hasRealKube = tool !== undefined;

/** A real Kubernetes API server on loopback, without controllers. */
export interface RealKube {
  server: string;
  ca: string;
  tokens: { admin: string; reader: string; nobody: string };
  kubectl(args: string[], input?: string): Promise<string>;
  /**
   * Installs the CRDs of folders below `upstream`, and waits until the server
   * serves their kinds.
   */
  installCrds(folders: string[]): Promise<void>;
  /** Stops and starts the server; without the token of `revoke` from then on. */
  restart(revoke?: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Another process may take the ports between the tool's check and their use.
 */
const ATTEMPTS = 3;

async function up(script: string, env: Record<string, string>) {
  for (let left = ATTEMPTS; ; left -= 1) {
    const home = mkdtempSync(join(tmpdir(), 'clusterworks-kube-'));
    const options = { env: { ...process.env, ...env, KUBE_HOME: home } };
    try {
      return { home, options, ...(await run(script, ['up'], options)) };
    } catch (error) {
      await run(script, ['reset'], options).catch(() => {});
      rmSync(home, { recursive: true, force: true });
      if (left === 1) {
        throw error;
      }
    }
  }
}

/**
 * Starts the API server.
 *
 * @param env - settings of the tool, for example `KUBE_COMPACTION`
 */
export async function startRealKube(
  env: Record<string, string> = {},
): Promise<RealKube> {
  if (tool === undefined) {
    throw new Error('the tool that starts a real API server is absent');
  }
  const { home, options, stdout } = await up(tool, env);
  const line = stdout.trim().split('\n').at(-1) ?? '{}';
  const info = JSON.parse(line);
  async function kubectl(args: string[], input = '') {
    // No cache, so that definitions which were just added are visible.
    const cache = mkdtempSync(join(home, 'cache-'));
    const child = run(
      'kubectl',
      ['--kubeconfig', info.kubeconfig, '--cache-dir', cache, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    // A kubectl that ends without reading its input breaks the pipe; its exit
    // code tells why it ended.
    child.child.stdin?.on('error', () => {});
    child.child.stdin?.end(input);
    return (await child).stdout;
  }
  return {
    server: info.server,
    ca: readFileSync(info.caFile, 'utf8'),
    tokens: info.tokens,
    kubectl,
    async installCrds(folders) {
      const paths = folders.map(
        folder => sharedPath('upstream', folder) ?? folder,
      );
      const { stdout: names } = await run(tool, ['crds', ...paths], options);
      // Not `kubectl wait`: it fails while a new CRD has no conditions.
      const kinds = names.trim().split('\n').join(',');
      await waitFor(() => kubectl(['get', kinds, '--all-namespaces']));
    },
    async restart(revoke) {
      if (revoke) {
        const file = join(home, 'tokens.csv');
        const kept = readFileSync(file, 'utf8')
          .split('\n')
          .filter(row => !row.startsWith(revoke));
        writeFileSync(file, kept.join('\n'));
      }
      await run(tool, ['restart'], options);
    },
    async stop() {
      await run(tool, ['reset'], options);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
