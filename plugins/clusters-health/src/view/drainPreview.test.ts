import { ago, healthyWorld, NOW, pod, snapshotOf } from '../testing/world';
import { drainPreview } from './drainPreview';

const pdb = (name: string, app: string, allowed: number) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: 'default', creationTimestamp: ago(99) },
  spec: { maxUnavailable: 1, selector: { matchLabels: { app } } },
  status: { disruptionsAllowed: allowed, currentHealthy: 1, desiredHealthy: 1 },
});
const labelled = (name: string, app: string, change = {}) =>
  pod(name, { metadata: { labels: { app } }, ...change });
const world = {
  ...healthyWorld(),
  pods: [
    labelled('web-1', 'web'),
    labelled('db-1', 'db', {
      spec: {
        nodeName: 'node-general-1',
        volumes: [{ name: 'd', emptyDir: {} }],
      },
    }),
    pod('pinned', {
      metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
    }),
    pod('agent', {
      metadata: {
        ownerReferences: [{ kind: 'DaemonSet', name: 'x', uid: 'x' }],
      },
    }),
    pod('done', { status: { phase: 'Succeeded' } }),
    pod('bare', { metadata: { ownerReferences: undefined } }),
    pod('elsewhere', { spec: { nodeName: 'other' } }),
  ],
  poddisruptionbudgets: [pdb('db', 'db', 0), pdb('web', 'web', 1)],
};

describe('drainPreview', () => {
  it('lists evicted pods, blocked pods with the reason, and lost data', () => {
    expect(drainPreview(snapshotOf(world), 'node-general-1', NOW)).toEqual({
      node: 'node-general-1',
      evicted: ['default/web-1', 'default/bare'],
      blocked: [
        {
          pod: 'default/db-1',
          owner: expect.stringMatching(/^ReplicaSet\//),
          why: 'pdb',
          by: 'default/db',
          free: expect.stringContaining('PodDisruptionBudget default/db'),
        },
        {
          pod: 'default/pinned',
          owner: expect.stringMatching(/^ReplicaSet\//),
          why: 'do-not-disrupt',
          free: expect.stringContaining('remove the annotation'),
        },
      ],
      losesLocalData: ['default/db-1'],
      unowned: ['default/bare'],
    });
  });

  it('does not treat a missing node as an empty node', () => {
    const preview = drainPreview(snapshotOf(world), 'node-typo', NOW);
    expect(preview.incomplete).toBe('there is no node node-typo');
  });

  it('says when the budgets are not known', () => {
    const snapshot = snapshotOf(world, { poddisruptionbudgets: 'forbidden' });
    expect(drainPreview(snapshot, 'node-general-1', NOW).incomplete).toBe(
      'poddisruptionbudgets: forbidden',
    );
  });
});
