import { type KubeObject } from '@clusterworks/kube-fixtures';
import {
  allKinds,
  assess,
  projectCapture,
} from '@clusterworks/plugin-clusters-health';
import { templateObjects } from './templateObjects';

function verdictOf(objects: KubeObject[], now: number): string {
  const at = new Date(now).toISOString();
  const { assessment } = assess(
    projectCapture({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: 'bench-0001',
      capturedAt: at,
      serverVersion: 'v1.35.4',
      resources: allKinds.map(({ groupResource, kind }) => ({
        resource: groupResource,
        state: 'ok' as const,
        items: objects.filter(object => object.kind === kind),
      })),
    }),
    undefined,
    at,
  );
  return assessment.verdict;
}

function averageSize(objects: KubeObject[]): number {
  const bytes = objects.reduce(
    (sum, object) => sum + JSON.stringify(object).length,
    0,
  );
  return bytes / objects.length;
}

describe('templateObjects', () => {
  it.each([
    { nodes: 50, podsPerNode: 2 },
    { nodes: 500, podsPerNode: 10 },
  ])(
    'makes a healthy cluster of $nodes nodes, $podsPerNode pods on each',
    ({ nodes, podsPerNode }) => {
      const now = Date.now();
      const { objects } = templateObjects({ nodes, podsPerNode, now });
      const of = (kind: string) =>
        objects.filter(object => object.kind === kind);
      const pods = of('Pod').map(
        pod =>
          pod as KubeObject & {
            spec: { nodeName?: string };
            status: { phase: string };
          },
      );
      expect(of('Node')).toHaveLength(nodes);
      expect(of('CiliumNode')).toHaveLength(nodes);
      // The managed node group's two are not Karpenter's.
      expect(of('NodeClaim')).toHaveLength(nodes - 2);
      const asked = nodes * podsPerNode;
      const workers = pods.filter(({ metadata }) =>
        metadata.name.startsWith('worker-'),
      );
      // The first three nodes are those of two other services.
      expect(workers).toHaveLength((nodes - 5) * podsPerNode);
      const services = pods.filter(
        ({ metadata }) => metadata.namespace === 'shop',
      );
      expect(services.length).toBeGreaterThan(0.9 * asked);
      expect(pods.every(({ spec }) => spec.nodeName)).toBe(true);
      expect(pods.every(({ status }) => status.phase === 'Running')).toBe(true);
      expect(of('Event').length).toBeLessThan(100);
      expect(verdictOf(objects, now)).toBe('healthy');
    },
  );

  it('has objects as large as those of a real server', () => {
    const { objects } = templateObjects({
      nodes: 20,
      podsPerNode: 10,
      now: Date.now(),
    });
    const sizeOf = (kind: string) =>
      averageSize(objects.filter(object => object.kind === kind)) / 1_000;
    expect(sizeOf('Node')).toBeGreaterThan(9);
    expect(sizeOf('Node')).toBeLessThan(15);
    expect(sizeOf('Pod')).toBeGreaterThan(8);
    expect(sizeOf('Pod')).toBeLessThan(13);
    expect(sizeOf('NodeClaim')).toBeGreaterThan(4);
    expect(sizeOf('NodeClaim')).toBeLessThan(7);
  });

  it('says who manages which field', () => {
    const { objects } = templateObjects({
      nodes: 6,
      podsPerNode: 1,
      now: Date.now(),
    });
    const claim = objects.find(({ kind }) => kind === 'NodeClaim');
    expect(claim?.metadata).toMatchObject({
      managedFields: [
        {
          manager: 'karpenter',
          operation: 'Update',
          fieldsV1: {
            'f:metadata': {
              'f:finalizers': { 'v:"karpenter.sh/termination"': {} },
            },
            'f:spec': { 'f:expireAfter': {}, 'f:requirements': {} },
          },
        },
        {
          subresource: 'status',
          fieldsV1: { 'f:status': { 'f:providerID': {} } },
        },
      ],
    });
  });
});
