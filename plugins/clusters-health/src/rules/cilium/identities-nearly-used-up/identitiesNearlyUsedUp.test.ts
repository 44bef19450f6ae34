import { NOW } from '@clusterworks/kube-fixtures';
import { identitiesNearlyUsedUp } from './identitiesNearlyUsedUp';
import {
  config,
  healthy,
  clusterOf,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';
import { RuleContext } from '../../../rule/RuleContext';

describeRule(
  identitiesNearlyUsedUp,
  [
    { name: 'few', world: {} },
    {
      name: 'identities in a kvstore',
      world: {
        configmaps: [config({ 'identity-allocation-mode': 'kvstore' })],
      },
      state: 'notApplicable',
    },
  ],
  ciliumTable,
);

describe('near the limit', () => {
  it.each([
    ['52,428 of 65,535', 52428, undefined, 1],
    ['just below 80 %', 52427, undefined, 0],
    ['26,214 of 32,767 with 511 clusters', 26214, '511', 1],
    ['just below with 511 clusters', 26213, '511', 0],
  ])('%s', (_what, count, clusters, findings) => {
    const snapshot = clusterOf({
      ...healthy(),
      configmaps: [config({ 'max-connected-clusters': clusters })],
    });
    const [identity] = clusterOf({
      ciliumidentities: [{ metadata: { name: '1' } }],
    }).resources.ciliumidentities.items;
    snapshot.resources.ciliumidentities = {
      state: 'ok',
      items: new Array(count).fill(identity),
    };
    const ctx = new RuleContext(snapshot, Date.parse(NOW), undefined);
    expect(identitiesNearlyUsedUp.evaluate(ctx).findings).toHaveLength(
      findings,
    );
  });
});
