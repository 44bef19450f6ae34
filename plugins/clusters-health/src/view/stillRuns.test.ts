import {
  ago,
  healthyWorld,
  nodeClaim,
  NOW,
  pod,
  snapshotOf,
} from '../testing/world';
import { stillRuns } from './stillRuns';
import { viewCluster } from './viewCluster';

const world = {
  ...healthyWorld(),
  pods: [
    pod('db-1', { metadata: { labels: { app: 'db' } } }),
    pod('web-1', { metadata: { labels: { app: 'web' } } }),
    pod('agent', {
      metadata: {
        labels: { app: 'agent' },
        ownerReferences: [{ kind: 'DaemonSet', name: 'x', uid: 'x' }],
      },
    }),
  ],
  poddisruptionbudgets: ['db', 'web', 'agent', 'other'].map(app => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: app, namespace: 'default', creationTimestamp: ago(99) },
    spec: { minAvailable: 1, selector: { matchLabels: { app } } },
    status: {
      disruptionsAllowed: app === 'db' ? 0 : 1,
      currentHealthy: 1,
      desiredHealthy: 1,
    },
  })),
  volumeattachments: ['a', 'b'].map(name => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttachment',
    metadata: { name, creationTimestamp: ago(99) },
    spec: {
      attacher: 'ebs.csi.aws.com',
      nodeName: 'node-general-1',
      source: { persistentVolumeName: `pv-${name}` },
    },
    status: { attached: true },
  })),
};

const seen = (...args: Parameters<typeof snapshotOf>) => {
  const snapshot = snapshotOf(...args);
  return stillRuns({ snapshot, view: viewCluster(snapshot, NOW) }, NOW);
};

describe('stillRuns', () => {
  it('lists nodes, what holds them, what will hold them, and volumes', () => {
    expect(seen(world)).toEqual({
      observedAt: NOW,
      nodeClaims: { certainty: 'exact', value: 1 },
      names: ['node-general-1'],
      pods: { certainty: 'exact', value: 2 },
      held: [
        expect.objectContaining({
          node: 'node-general-1',
          pod: 'default/db-1',
          why: 'pdb',
        }),
      ],
      heldTotal: { certainty: 'exact', value: 1 },
      // One of them allows an eviction now, and none of the last pod later.
      budgets: ['default/db', 'default/web'],
      budgetsTotal: { certainty: 'exact', value: 2 },
      volumes: { certainty: 'atLeast', value: 2 },
      volumeNames: ['pv-a', 'pv-b'],
      loadBalancers: { certainty: 'unknown', reason: 'Services are not read' },
    });
  });

  it('counts a NodeClaim whose node has not joined, which has no pods', () => {
    const pending = nodeClaim('general-2', {
      status: { nodeName: 'node-general-2' },
    });
    expect(
      seen({ ...world, nodeclaims: [...world.nodeclaims, pending] }),
    ).toMatchObject({
      nodeClaims: { certainty: 'exact', value: 2 },
      pods: { certainty: 'exact', value: 2 },
    });
  });

  it('is nothing for a drained cluster, except what nobody reads', () => {
    expect(
      seen({ ...world, nodeclaims: [], volumeattachments: [] }),
    ).toMatchObject({
      nodeClaims: { certainty: 'exact', value: 0 },
      pods: { certainty: 'exact', value: 0 },
      volumes: { certainty: 'atLeast', value: 0 },
      loadBalancers: { certainty: 'unknown' },
    });
  });

  it.each([
    ['nodeclaims', 'nodeClaims'],
    ['pods', 'pods'],
    ['poddisruptionbudgets', 'heldTotal'],
    ['volumeattachments', 'volumes'],
  ] as const)('never takes %s that are forbidden for none', (source, field) => {
    expect(seen(world, { [source]: 'forbidden' })[field]).toMatchObject({
      certainty: 'unknown',
    });
  });

  it('knows nothing of a cluster that is not read now', () => {
    const snapshot = snapshotOf({ ...world, nodeclaims: [] });
    const view = viewCluster(snapshot, NOW);
    const unread = stillRuns({ view, unread: 'stale' }, NOW);
    expect(unread.nodeClaims).toEqual({
      certainty: 'unknown',
      reason: 'stale',
    });
    expect(unread.observedAt).toBeUndefined();
    // Read by another instance: the view is known, the pods are not.
    const elsewhere = stillRuns(
      { view: viewCluster(snapshotOf(world), NOW) },
      NOW,
    );
    expect(elsewhere.nodeClaims).toEqual({ certainty: 'exact', value: 1 });
    expect(elsewhere.pods.certainty).toBe('unknown');
    expect(elsewhere.volumes.certainty).toBe('unknown');
  });
});
