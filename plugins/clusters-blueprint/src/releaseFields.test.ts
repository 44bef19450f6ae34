/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import {
  hasRealKube,
  type RealKube,
  sharedPath,
  startRealKube,
} from '@clusterworks/test-support';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasTool, itWith, writeFiles } from './__testUtils__/tools';
import { specs } from './__testUtils__/specs';
import { renderCluster } from './renderCluster';

const available =
  hasRealKube &&
  sharedPath('upstream', 'karpenter-v1.14.1') !== undefined &&
  ['bash', 'kubectl', 'xz', 'openssl', 'curl'].every(hasTool);

const overlay = 'platform/overlays/dev/minimal';

// Without its release the script still owns what Argo CD takes over, and a
// field that leaves git would stay in the cluster.
describe('apply-karpenter-nodes.sh --release', () => {
  let root: string;
  let kube: RealKube;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clusterworks-release-'));
    writeFiles(root, renderCluster(specs.minimal).files);
  });
  afterEach(async () => {
    await kube?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const apply = (manager: string) =>
    kube.kubectl([
      'apply',
      '--server-side',
      '--force-conflicts',
      `--field-manager=${manager}`,
      '-k',
      join(root, overlay),
    ]);

  /** The script, with the real kubectl and the server of the test. */
  async function release(...args: string[]) {
    const config = await kube.kubectl(['config', 'view', '--raw']);
    writeFiles(root, { kubeconfig: config });
    chmodSync(join(root, 'kubeconfig'), 0o600);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      [
        join(root, 'scripts/apply-karpenter-nodes.sh'),
        ...['--cluster', 'minimal', '--release', ...args],
      ],
      {
        encoding: 'utf8',
        env: { ...process.env, KUBECONFIG: join(root, 'kubeconfig') },
      },
    );
    return { code: status, out: stdout, err: stderr };
  }

  const labels = () =>
    kube.kubectl([
      'get',
      'nodepool',
      'general',
      '-o',
      'jsonpath={.spec.template.metadata.labels}',
    ]);

  itWith(available)(
    'gives up fields that Argo CD owns too, and nothing else',
    async () => {
      const labelled = renderCluster({
        ...specs.minimal,
        spec: {
          ...specs.minimal.spec,
          karpenter: {
            nodePools: [{ name: 'general', labels: { 'acme.io/old': 'yes' } }],
          },
        },
      }).files;
      writeFiles(root, labelled);
      kube = await startRealKube();
      await kube.installCrds(['karpenter-v1.14.1']);
      await kube.kubectl([
        ...['-n', 'kube-system', 'create', 'configmap', 'cilium-config'],
        '--from-literal=cluster-name=minimal',
      ]);
      await apply('clusterworks');

      const early = await release();
      expect(early.code).toBe(1);
      expect(early.err).toContain(
        'NodePool general: Argo CD has not applied it with server-side apply',
      );

      await apply('argocd-controller');
      expect(await release('--dry-run')).toMatchObject({ code: 0, err: '' });
      expect(await release()).toMatchObject({ code: 0, err: '' });
      expect(await labels()).toBe('{"acme.io/old":"yes"}');

      // The label leaves git.
      rmSync(join(root, overlay), { recursive: true });
      writeFiles(root, renderCluster(specs.minimal).files);
      await apply('argocd-controller');
      expect(await labels()).toBe('');
    },
    120_000,
  );

  itWith(available)(
    'refuses while a field of the script is set by nobody else',
    async () => {
      kube = await startRealKube();
      await kube.installCrds(['karpenter-v1.14.1']);
      await kube.kubectl([
        ...['-n', 'kube-system', 'create', 'configmap', 'cilium-config'],
        '--from-literal=cluster-name=minimal',
      ]);
      await apply('clusterworks');
      await apply('argocd-controller');
      await kube.kubectl(
        [
          ...['apply', '--server-side', '--field-manager=clusterworks'],
          ...['--force-conflicts', '-f', '-'],
        ],
        JSON.stringify({
          apiVersion: 'karpenter.sh/v1',
          kind: 'NodePool',
          metadata: { name: 'general', labels: { only: 'the-script' } },
        }),
      );
      const { code, err } = await release();
      expect(code).toBe(1);
      expect(err).toContain('NodePool general: has fields that Argo CD');
      expect(err).toContain('nothing was released');
    },
    120_000,
  );
});
