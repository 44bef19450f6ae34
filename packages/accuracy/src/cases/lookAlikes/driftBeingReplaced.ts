import { ago, condition, nodeClaim } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A new image: drifted nodes are being replaced one by one. */
export const driftBeingReplaced = lookAlike({
  name: 'drift-being-replaced',
  source: 'https://karpenter.sh/docs/concepts/disruption/#drift',
  why: 'The image of the class changed 40 minutes ago. Two of four nodes still are drifted; the next replacement boots.',
  mistakenFor: ['karpenter/L2', 'karpenter/L6', 'karpenter/L9', 'karpenter/P6'],
  neutral: ['karpenter/L5'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      createdAt: ago('20m'),
      joinedAt: ago('19m'),
    });
    cluster.machine('general-6', { createdAt: ago('60s'), joinedAt: null });
    for (const key of ['general-1', 'general-2']) {
      const machine = cluster.at(key);
      cluster.put(
        nodeClaim(machine.claimName, {
          cluster: cluster.facts,
          instance: machine.instance,
          node: machine.nodeName,
          createdAt: machine.createdAt,
          conditions: [
            condition('Drifted', 'True', ago('40m'), 'AMIDrift', 'AMIDrift'),
          ],
        }),
      );
    }
    return cluster;
  },
});
