import {
  ago,
  nodeClass,
  nodePool,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A class and its pool were applied twenty seconds ago. */
export const classCreatedSecondsAgo = lookAlike({
  name: 'class-created-seconds-ago',
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/#statusconditions',
  why: 'Karpenter has not reconciled the new class yet: its conditions are Unknown, its pool is not Ready for the first seconds.',
  mistakenFor: [
    'karpenter/N1',
    'karpenter/N2',
    'karpenter/N3',
    'karpenter/N4',
    'karpenter/N5',
    'karpenter/P1',
    'karpenter/P2',
  ],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      nodeClass('arm', {
        cluster: cluster.facts,
        createdAt: ago('20s'),
        readyAt: null,
      }),
      nodePool('arm', {
        cluster: cluster.facts,
        createdAt: ago('20s'),
        readyAt: null,
        manifest: poolFacts('arm', { nodeClass: 'arm' }).spec,
      }),
    );
    return cluster;
  },
});
