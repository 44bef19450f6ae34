/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { renderCluster } from './renderCluster';
import { specs } from './__testUtils__/specs';
import {
  hasShared,
  hasTool,
  itWith,
  sharedDirectory,
  writeFiles,
} from './__testUtils__/tools';

const kube = join(sharedDirectory, 'tools/kube/kube');
const available =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  hasShared('tools/kube/kube') &&
  hasShared('upstream/karpenter-v1.14.1') &&
  ['kubectl', 'xz', 'openssl', 'curl'].every(hasTool);

/** Groups of specs by the Karpenter whose definitions they are checked with. */
const groups = [
  { crds: 'karpenter-v1.1.1', names: ['seed', 'mesh-alone'] },
  {
    crds: 'karpenter-v1.14.1',
    names: Object.keys(specs).filter(
      name => !['seed', 'mesh-alone', 'latest', 'hardened'].includes(name),
    ),
  },
  { crds: 'karpenter-v1.15.1', names: ['latest', 'hardened'] },
];

describe('a real Kubernetes API server', () => {
  itWith(available)(
    'admits every overlay by server-side dry run, CEL rules included',
    () => {
      const root = mkdtempSync(join(tmpdir(), 'clusterworks-kube-'));
      const env = { ...process.env, KUBE_HOME: join(root, 'kube') };
      const run = (...args: string[]) =>
        execFileSync(kube, args, { env, encoding: 'utf8', stdio: 'pipe' });
      try {
        const { kubeconfig } = JSON.parse(run('up')) as { kubeconfig: string };
        const upstream = (name: string) =>
          join(sharedDirectory, 'upstream', name);
        run('crds', upstream('cilium-1.18.0'));
        for (const { crds, names } of groups) {
          run('crds', upstream(crds));
          for (const name of names) {
            const spec = specs[name];
            writeFiles(root, renderCluster(spec).files);
            const applied = spawnSync(
              'kubectl',
              [
                '--kubeconfig',
                kubeconfig,
                'apply',
                '--server-side',
                '--dry-run=server',
                '--validate=strict',
                '-k',
                join(
                  root,
                  `platform/overlays/${spec.spec.environment}/${name}`,
                ),
              ],
              { encoding: 'utf8' },
            );
            expect([name, applied.stderr, applied.status]).toEqual([
              name,
              '',
              0,
            ]);
          }
        }
      } finally {
        spawnSync(kube, ['reset'], { env });
        rmSync(root, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
