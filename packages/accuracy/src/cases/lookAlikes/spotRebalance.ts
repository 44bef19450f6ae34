import { ago } from '@clusterworks/kube-fixtures';
import { saidOfBoth, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** EC2 recommends to move away from a spot instance; nothing has happened. */
export const spotRebalance = lookAlike({
  name: 'spot-rebalance',
  source: 'https://karpenter.sh/docs/concepts/disruption/#interruption',
  why: 'A rebalance recommendation is an early sign. Karpenter does not act on it by design, and no pod is touched.',
  neutral: ['karpenter/L7'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-3');
    cluster.put(
      ...saidOfBoth(
        machine,
        {
          type: 'Normal',
          reason: 'SpotRebalanceRecommendation',
          message: 'Spot rebalance recommendation was triggered',
        },
        { at: ago('9m') },
      ),
    );
    return cluster;
  },
});
