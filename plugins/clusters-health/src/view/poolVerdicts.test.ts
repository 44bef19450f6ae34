import { noEniLimits } from '../model/addresses';
import {
  healthyWorld,
  type Json,
  merge,
  nodePool,
  NOW,
  snapshotOf,
  waitingPod,
} from '../testing/world';
import { lookAt } from './Look';
import { pendingGroups } from './pendingGroups';

const waiting = (spec: Json = {}) =>
  merge(waitingPod('web-1', 10) as never, { spec });
const verdictsOf = (pod: unknown, change: Json = {}, pools: unknown = null) => {
  const world = {
    ...healthyWorld(),
    pods: [pod],
    nodepools: pools ?? [nodePool('general', change)],
  };
  const look = lookAt(snapshotOf(world as never), Date.parse(NOW), noEniLimits);
  return pendingGroups(look)[0].pools;
};
const tainted = [{ key: 'team', value: 'x', effect: 'NoSchedule' }];
const huge = {
  containers: [{ name: 'app', resources: { requests: { cpu: '5000' } } }],
};

describe('the pools of a group of waiting pods', () => {
  it.each<[string, Json, Json, string | undefined]>([
    ['nothing', {}, {}, undefined],
    ['starts', {}, { spec: { replicas: 3 } }, 'starts'],
    [
      'ready',
      {},
      { status: { conditions: [{ type: 'Ready', status: 'False' }] } },
      'ready',
    ],
    ['limit', {}, { spec: { limits: { cpu: '0' } } }, 'limit'],
    [
      'taints',
      {},
      { spec: { template: { spec: { taints: tainted } } } },
      'taints',
    ],
    ['labels', { nodeSelector: { disk: 'fast' } }, {}, 'labels'],
    ['size', huge, { spec: { limits: { cpu: '9000' } } }, 'size'],
  ])('name %s as the predicate that fails', (_, spec, pool, by) => {
    const [verdict] = verdictsOf(waiting(spec), pool) ?? [];
    expect(verdict.nodePool).toBe('general');
    expect(verdict.takes).toBe(by ? 'no' : 'yes');
    expect(
      verdict.checks.filter(({ is }) => is === 'no').map(check => check.by),
    ).toEqual(by ? [by] : []);
  });

  it.each<[string, Json, string]>([
    [
      'the zone of a volume',
      { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'd' } }] },
      'zone',
    ],
    [
      'affinity over other pods',
      {
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { topologyKey: 'x' },
            ],
          },
        },
      },
      'otherPods',
    ],
  ])('do not know %s', (_, spec, by) => {
    const [verdict] = verdictsOf(waiting(spec)) ?? [];
    expect(verdict.takes).toBe('unknown');
    expect(verdict.checks).toContainEqual({ by, is: 'unknown' });
  });

  it('are absent when they could not be read', () => {
    expect(verdictsOf(waiting(), {}, 'forbidden')).toBeUndefined();
  });
});
