import {
  healthyWorld,
  merge,
  node,
  NOW,
  pod,
  snapshotOf,
} from '../testing/world';
import { nodePods } from './nodePods';

const NODE = 'node-general-1';
const sized = (name: string, cpu: string, change = {}) =>
  merge(pod(name) as never, {
    spec: {
      containers: [{ name: 'app', resources: { requests: { cpu } } }],
    },
    ...change,
  });
const pdb = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'db', namespace: 'default' },
  spec: { minAvailable: 1, selector: { matchLabels: { app: 'db' } } },
  status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1 },
};
const held = sized('db-1', '500m', { metadata: { labels: { app: 'db' } } });
const world = (change = {}) =>
  snapshotOf({
    ...healthyWorld(),
    nodes: [node(), node('general-2')],
    pods: [
      sized('small', '100m'),
      held,
      sized('large', '2'),
      sized('done', '4', { status: { phase: 'Succeeded' } }),
      pod('elsewhere', { node: 'node-general-2' }),
    ],
    poddisruptionbudgets: [pdb],
    ...change,
  } as never);

describe('nodePods', () => {
  it('has the pods that hold resources, the largest first, with what they hold', () => {
    const { nodes } = nodePods(world(), [NODE, NODE], NOW);
    expect(nodes).toMatchObject([{ node: NODE, total: 3 }]);
    expect(
      nodes[0].pods.map(({ pod: name, cpu, holds }) => [name, cpu, holds?.by]),
    ).toEqual([
      ['default/large', 2, undefined],
      ['default/db-1', 0.5, 'default/db'],
      ['default/small', 0.1, undefined],
    ]);
  });

  it('has the pods although budgets could not be read', () => {
    const snapshot = world({ poddisruptionbudgets: 'forbidden' });
    const [{ pods }] = nodePods(snapshot, [NODE], NOW).nodes;
    expect(pods).toHaveLength(3);
    expect(pods.some(({ holds }) => holds)).toBe(false);
  });

  it('says why pods are not known', () => {
    expect(nodePods(world({ pods: 'forbidden' }), [NODE], NOW)).toMatchObject({
      unread: 'pods: forbidden',
      nodes: [],
    });
  });

  it('takes twenty nodes', () => {
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
    expect(nodePods(world(), names, NOW).nodes).toHaveLength(20);
  });
});
