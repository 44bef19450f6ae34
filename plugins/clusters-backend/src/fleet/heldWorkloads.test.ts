import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';
import { heldWorkloads } from './heldWorkloads';

const node = (
  name: string,
  since: string | undefined,
  ...pods: Partial<HeldNodeView['blockers'][number]>[]
): HeldNodeView => ({
  node: name,
  why: 'drifted',
  since,
  blockers: pods.map(pod => ({
    ...{ pod: 'shop/web-1', why: 'pdb' as const, free: 'more replicas' },
    ...pod,
  })),
});

const web = (hash: string) => ({
  owner: `ReplicaSet/web-${hash}`,
  labels: { 'pod-template-hash': hash, app: 'web' },
});

describe('heldWorkloads', () => {
  it('counts the nodes of a workload over its rollouts', () => {
    const found = heldWorkloads([
      node('a', '2026-11-20T00:00:00Z', web('5f6d'), web('5f6d')),
      node('b', '2026-11-18T00:00:00Z', web('77aa')),
      node('c', '2026-11-19T00:00:00Z', {
        pod: 'db/db-0',
        owner: 'StatefulSet/db',
      }),
      node('d', undefined, web('5f6d')),
      node('e', '2026-11-19T00:00:00Z'),
    ]);
    expect(
      found.map(({ namespace, workload, nodes, since }) => [
        ...[namespace, workload, nodes, new Date(since).toISOString()],
      ]),
    ).toEqual([
      ['shop', 'Deployment/web', 2, '2026-11-18T00:00:00.000Z'],
      ['db', 'StatefulSet/db', 1, '2026-11-19T00:00:00.000Z'],
    ]);
  });

  it('says whether a node that it keeps has drifted', () => {
    const since = '2026-11-20T00:00:00Z';
    const draining = {
      ...node('a', since, web('5f6d')),
      why: 'draining' as const,
    };
    expect(heldWorkloads([draining])[0].drifted).toBe(false);
    const both = heldWorkloads([draining, node('b', since, web('5f6d'))]);
    expect(both).toMatchObject([{ nodes: 2, drifted: true }]);
  });

  it('keeps the name of a ReplicaSet of nobody, and of a pod of nobody', () => {
    const found = heldWorkloads([
      node('a', '2026-11-20T00:00:00Z', { owner: 'ReplicaSet/plain-set' }, {}),
    ]);
    expect(found.map(({ workload }) => workload).sort()).toEqual([
      'Pod/web-1',
      'ReplicaSet/plain-set',
    ]);
  });

  it('is bounded, and says when there may be more nodes', () => {
    const nodes = Array.from({ length: 100 }, (_, index) =>
      node(
        `${index}`,
        '2026-11-20T00:00:00Z',
        { owner: `Job/${index}` },
        web('a'),
      ),
    );
    const found = heldWorkloads(nodes);
    expect(found).toHaveLength(50);
    expect(found.every(({ mayBeMore }) => mayBeMore)).toBe(true);
    expect(heldWorkloads(nodes.slice(1)).some(one => one.mayBeMore)).toBe(
      false,
    );
  });
});
