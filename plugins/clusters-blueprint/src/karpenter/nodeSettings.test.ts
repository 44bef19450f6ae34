import {
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { execFileSync } from 'node:child_process';
import { specs } from '../__testUtils__/specs';
import { karpenterManifests } from './karpenterOverlay';
import { mirrorScript } from './registryMirrors';

const KEY =
  'arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000';

/** The NodeClass of the only pool, and the pool itself. */
function nodesOf(pool: object, karpenter: object = {}) {
  const manifests = karpenterManifests(
    resolveClusterSpec(
      parseClusterSpec({
        ...specs.minimal,
        spec: {
          ...specs.minimal.spec,
          karpenter: { nodePools: [{ name: 'web', ...pool }], ...karpenter },
        },
      }),
    ),
  ) as any[];
  const find = (kind: string) => manifests.find(each => each.kind === kind);
  return { nodeClass: find('EC2NodeClass'), nodePool: find('NodePool') };
}

describe('settings of nodes', () => {
  it('leave pools without any in the class of their preset', () => {
    const { nodeClass, nodePool } = nodesOf({});
    expect(nodeClass.metadata.name).toBe('default');
    expect(nodeClass.spec).not.toHaveProperty('userData');
    expect(nodePool.spec.template.spec).not.toHaveProperty(
      'terminationGracePeriod',
    );
  });

  it('freeze disruption with a further budget of 0', () => {
    const freeze = { until: '2026-12-24T18:00Z' };
    const own = { nodes: '20%', schedule: '0 9 * * *', duration: '8h' };
    const budgetsOf = (pool: object, karpenter: object) =>
      nodesOf(pool, karpenter).nodePool.spec.disruption.budgets;
    expect(budgetsOf({ budgets: [own] }, { freeze })).toEqual([
      own,
      { nodes: '0' },
    ]);
    expect(budgetsOf({ budgets: [own] }, {})).toEqual([own]);
    // Karpenter refuses a NodePool with more than 50.
    const many = budgetsOf({ budgets: Array(50).fill(own) }, { freeze });
    expect(many).toHaveLength(50);
    expect(many.at(-1)).toEqual({ nodes: '0' });
  });

  it('limit how long a disruption budget can keep a node', () => {
    const { nodeClass, nodePool } = nodesOf({ terminationGracePeriod: '48h' });
    expect(nodeClass.metadata.name).toBe('default');
    expect(nodePool.spec.template.spec.terminationGracePeriod).toBe('48h');
  });

  it.each<[string, object, object]>([
    [
      'a volume',
      {
        volume: { size: '100Gi', iops: 4000, throughput: 250, kmsKeyArn: KEY },
      },
      {
        volumeType: 'gp3',
        volumeSize: '100Gi',
        iops: 4000,
        throughput: 250,
        kmsKeyID: KEY,
        encrypted: true,
        deleteOnTermination: true,
      },
    ],
    [
      'another type of volume, which has no throughput',
      { preset: 'gpu', volume: { type: 'io2', iops: 20_000 } },
      {
        volumeType: 'io2',
        volumeSize: '500Gi',
        iops: 20_000,
        encrypted: true,
        deleteOnTermination: true,
      },
    ],
  ])('give a pool with %s a class of its own', (_, pool, ebs) => {
    const { nodeClass, nodePool } = nodesOf(pool);
    expect(nodeClass.metadata.name).toBe('web');
    expect(nodePool.spec.template.spec.nodeClassRef.name).toBe('web');
    expect(nodeClass.spec.blockDeviceMappings).toEqual([
      { deviceName: '/dev/xvda', ebs },
    ]);
  });

  it('never take the name of a shared class', () => {
    const { nodeClass } = nodesOf({ name: 'gpu', volume: { size: '100Gi' } });
    expect(nodeClass.metadata.name).toBe('custom-gpu');
  });

  it('keep what the kubelet reserves beside the maximum of pods', () => {
    const { nodeClass } = nodesOf({
      kubelet: { systemReserved: { memory: '200Mi' } },
    });
    expect(nodeClass.spec.kubelet).toMatchObject({
      maxPods: expect.any(Number),
      systemReserved: { memory: '200Mi' },
    });
  });

  it('set nothing that Bottlerocket refuses', () => {
    const { nodeClass } = nodesOf(
      { amiFamily: 'bottlerocket', volume: { size: '100Gi' } },
      {
        bottlerocketRelease: 'v1.50.0',
        registryMirrors: [
          { registry: 'docker.io', endpoints: ['https://m.example.com'] },
        ],
      },
    );
    const { spec } = nodeClass;
    expect(spec.amiSelectorTerms).toEqual([{ alias: 'bottlerocket@v1.50.0' }]);
    // Karpenter refuses the class: Bottlerocket has no setting for it. There
    // is one maximum of pods for all sizes, so smaller types are excluded.
    expect(spec.kubelet).toEqual({ maxPods: 28 });
    expect(
      spec.blockDeviceMappings.map((each: any) => [
        each.deviceName,
        each.ebs.volumeSize,
        each.ebs.encrypted,
      ]),
    ).toEqual([
      ['/dev/xvda', '4Gi', true],
      ['/dev/xvdb', '100Gi', true],
    ]);
    expect(spec.userData).toBe(
      '[[settings.container-registry.mirrors]]\nregistry = "docker.io"\nendpoint = ["https://m.example.com"]\n',
    );
  });

  it('tell containerd on Amazon Linux of mirrors, by a script that the shell can read', () => {
    const mirrors = [
      {
        registry: 'quay.io',
        endpoints: ['https://a.example.com', 'https://b.example.com:5000'],
      },
    ];
    const script = mirrorScript(mirrors) ?? '';
    execFileSync('bash', ['-n'], { input: script });
    expect(script).toMatch(/^#!/);
    expect(script)
      .toContain(`cat >/etc/containerd/certs.d/quay.io/hosts.toml <<'HOSTS'
[host."https://a.example.com"]
  capabilities = ["pull", "resolve"]
[host."https://b.example.com:5000"]
  capabilities = ["pull", "resolve"]
HOSTS
`);
    expect(
      nodesOf({}, { registryMirrors: mirrors }).nodeClass.spec.userData,
    ).toBe(script);
    expect(mirrorScript([])).toBeUndefined();
  });
});
