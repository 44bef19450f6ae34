import { noEniLimits } from '../model/addresses';
import {
  ago,
  condition,
  healthyWorld,
  nodeClaim,
  NOW,
  pod,
  snapshotOf,
} from '../testing/world';
import { heldNodes } from './heldNodes';
import { lookAt } from './Look';

const world = {
  ...healthyWorld(),
  nodeclaims: [
    nodeClaim('general-1', {
      status: { conditions: [condition('Drifted', 'True', 30, 'AMIDrift')] },
    }),
  ],
  pods: [pod('db-1', { metadata: { labels: { app: 'db' } } }), pod('web-1')],
  poddisruptionbudgets: [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'db', namespace: 'default' },
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'db' } } },
      status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1 },
    },
  ],
};
const held = (snapshot: ReturnType<typeof snapshotOf>) =>
  heldNodes(lookAt(snapshot, Date.parse(NOW), noEniLimits));

describe('heldNodes', () => {
  it('lists each pod that keeps a node, its owner, and what would free the node', () => {
    expect(held(snapshotOf(world))).toEqual([
      {
        node: 'node-general-1',
        nodePool: 'general',
        why: 'drifted',
        since: new Date(ago(30)).toISOString(),
        blockers: [
          {
            pod: 'default/db-1',
            owner: 'ReplicaSet/web-hash',
            labels: expect.objectContaining({ app: 'db' }),
            why: 'pdb',
            by: 'default/db',
            free: expect.stringContaining('more replicas'),
          },
        ],
      },
    ]);
  });

  it.each(['pods', 'poddisruptionbudgets', 'nodeclaims'])(
    'is undefined without %s',
    source => {
      expect(
        held(snapshotOf(world, { [source]: 'forbidden' })),
      ).toBeUndefined();
    },
  );
});
