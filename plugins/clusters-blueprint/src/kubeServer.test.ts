/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { renderedManifests } from './__testUtils__/renderedManifests';
import { specs } from './__testUtils__/specs';
import {
  hasShared,
  hasTool,
  itWith,
  sharedDirectory,
} from './__testUtils__/tools';

const kube = join(sharedDirectory, 'tools/kube/kube');
const available =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  hasShared('tools/kube/kube') &&
  hasShared('upstream/karpenter-v1.14.1') &&
  hasShared('upstream/argocd-v3.5.1') &&
  ['kubectl', 'xz', 'openssl', 'curl'].every(hasTool);

const dryRun = [
  'apply',
  '--server-side',
  '--dry-run=server',
  '--validate=strict',
  '-f',
  '-',
];

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
    'admits every object by server-side dry run, CEL rules included',
    () => {
      const root = mkdtempSync(join(tmpdir(), 'clusterworks-kube-'));
      const env = { ...process.env, KUBE_HOME: join(root, 'kube') };
      const run = (...args: string[]) =>
        execFileSync(kube, args, { env, encoding: 'utf8', stdio: 'pipe' });
      try {
        const { kubeconfig } = JSON.parse(run('up')) as { kubeconfig: string };
        const kubectl = (args: string[], input = '') =>
          // No cache: each look sees the definitions that were just added.
          spawnSync(
            'kubectl',
            [
              '--kubeconfig',
              kubeconfig,
              '--cache-dir',
              mkdtempSync(join(root, 'cache-')),
              ...args,
            ],
            { encoding: 'utf8', input },
          );
        const upstream = (name: string) =>
          join(sharedDirectory, 'upstream', name);
        run('crds', upstream('cilium-1.18.0'), upstream('argocd-v3.5.1'));
        kubectl(['create', 'namespace', 'argocd']);
        for (const { crds, names } of groups) {
          run('crds', upstream(crds));
          kubectl([
            'wait',
            '--for=condition=Established',
            'crd/nodepools.karpenter.sh',
            'crd/ec2nodeclasses.karpenter.k8s.aws',
            'crd/applicationsets.argoproj.io',
          ]);
          // One request for all: nothing is stored, so names may repeat.
          const items = [
            ...new Map(
              names
                .flatMap(name => renderedManifests(specs[name]))
                .map(each => [JSON.stringify(each), each] as const),
            ).values(),
          ];
          const list = { apiVersion: 'v1', kind: 'List', items };
          let applied = kubectl(dryRun, JSON.stringify(list));
          // Discovery lags behind definitions that are established.
          for (
            let attempt = 0;
            attempt < 5 && applied.stderr.includes('no matches for kind');
            attempt++
          ) {
            applied = kubectl(dryRun, JSON.stringify(list));
          }
          expect([crds, applied.stderr, applied.status]).toEqual([crds, '', 0]);
          expect(applied.stdout.trim().split('\n')).toHaveLength(items.length);
        }
      } finally {
        spawnSync(kube, ['reset'], { env });
        rmSync(root, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
