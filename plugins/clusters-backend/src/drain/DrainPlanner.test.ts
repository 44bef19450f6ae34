import { allKinds, projectCapture } from '@clusterworks/plugin-clusters-health';
import {
  combine,
  healthyCluster,
  NOW,
  runningNode,
} from '@clusterworks/kube-fixtures';
import { DrainPlanner } from './DrainPlanner';

const objects = combine(healthyCluster(), runningNode('general-2'));
const snapshot = projectCapture({
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'ClusterCapture',
  cluster: 'one',
  capturedAt: NOW,
  serverVersion: 'v1.35.4-eks-1a2b3c4',
  resources: allKinds.map(({ groupResource, resource }) => ({
    ...{ resource: groupResource, state: 'ok' as const },
    items: objects[resource],
  })),
});
const planner = new DrainPlanner({
  sessions: {
    snapshotOf: identity => (identity === 'id-1' ? snapshot : undefined),
  },
  now: () => Date.parse(NOW),
});
const cluster = (identity: string) => ({ name: 'payments-prod', identity });

describe('DrainPlanner', () => {
  it('plans from the objects that this backend reads, under the name of the cluster', async () => {
    const plan = await planner.plan(cluster('id-1'), ['general-1', 'typo']);
    expect(plan).toMatchObject({
      cluster: 'payments-prod',
      at: new Date(NOW).toISOString(),
    });
    expect(plan.unread).toBeUndefined();
    expect(
      plan.nodes.map(({ node, incomplete }) => [node, incomplete]),
    ).toEqual([
      ['general-1', undefined],
      ['typo', 'there is no node typo'],
    ]);
    expect(plan.totals.fits).toBeGreaterThan(0);
    expect(plan.pods).toHaveLength(plan.nodes[0].pods);
  });

  it('says so when another backend reads the cluster', async () => {
    expect(await planner.plan(cluster('id-2'), ['general-1'])).toMatchObject({
      ...{ cluster: 'payments-prod', nodes: [], pods: [] },
      unread: expect.stringContaining('another instance'),
    });
  });

  it('has the pods on nodes, unless another backend reads the cluster', async () => {
    const { nodes, unread } = await planner.podsOn(cluster('id-1'), [
      'general-1',
    ]);
    expect(unread).toBeUndefined();
    expect(nodes[0].total).toBeGreaterThan(0);
    expect(await planner.podsOn(cluster('id-2'), ['general-1'])).toMatchObject({
      ...{ cluster: 'payments-prod', nodes: [] },
      unread: expect.stringContaining('another instance'),
    });
  });
});
