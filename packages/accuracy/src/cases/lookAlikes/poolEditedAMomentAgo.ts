import { ago, awaiting, nodePool } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A NodePool was edited: Karpenter forgets how launches went before. */
export const poolEditedAMomentAgo = lookAlike({
  name: 'pool-edited-a-moment-ago',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/2617',
  why: 'After every edit of a pool or its class NodeRegistrationHealthy is Unknown until the next node joins, which may take days in a quiet cluster.',
  mistakenFor: ['karpenter/P1', 'karpenter/P4'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        conditions: [awaiting('NodeRegistrationHealthy', ago('26h'))],
      }),
    );
    return cluster;
  },
});
