import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const shared =
  process.env.CLUSTERWORKS_SHARED_DIR ??
  resolve(__dirname, '../../../../../shared');
const tool = join(shared, 'tools/kube/kube');

/** Whether a real API server can be started here. */
export const hasRealKube = existsSync(tool) && process.platform === 'linux';

/** A real Kubernetes API server on loopback, without controllers. */
export interface RealKube {
  server: string;
  ca: string;
  tokens: { admin: string; reader: string; nobody: string };
  kubectl(args: string[], input?: string): Promise<string>;
  /** Installs the CRDs of folders below `upstream`. */
  installCrds(folders: string[]): Promise<void>;
  /** Stops and starts the server; without the token of `revoke` from then on. */
  restart(revoke?: string): Promise<void>;
  stop(): Promise<void>;
}

/** The ports that the tool finds free may be taken before it uses them. */
const ATTEMPTS = 3;

async function up(env: Record<string, string>) {
  for (let left = ATTEMPTS; ; left -= 1) {
    const home = mkdtempSync(join(tmpdir(), 'clusterworks-kube-'));
    const options = { env: { ...process.env, ...env, KUBE_HOME: home } };
    try {
      return { home, options, ...(await run(tool, ['up'], options)) };
    } catch (error) {
      await run(tool, ['reset'], options).catch(() => {});
      rmSync(home, { recursive: true, force: true });
      if (left === 1) {
        throw error;
      }
    }
  }
}

/**
 * Starts the API server with the CRDs of Karpenter and Cilium.
 *
 * @param env - settings of the tool, for example `KUBE_COMPACTION`
 */
export async function startRealKube(
  env: Record<string, string> = {},
): Promise<RealKube> {
  const { home, options, stdout } = await up(env);
  const line = stdout.trim().split('\n').at(-1) ?? '{}';
  const info = JSON.parse(line);
  return {
    server: info.server,
    ca: readFileSync(info.caFile, 'utf8'),
    tokens: info.tokens,
    async kubectl(args, input) {
      const child = run('kubectl', ['--kubeconfig', info.kubeconfig, ...args], {
        maxBuffer: 64 * 1024 * 1024,
      });
      child.child.stdin?.end(input ?? '');
      return (await child).stdout;
    },
    async installCrds(folders) {
      const paths = folders.map(folder => join(shared, 'upstream', folder));
      await run(tool, ['crds', ...paths], options);
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
