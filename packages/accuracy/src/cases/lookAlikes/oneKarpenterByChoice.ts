import {
  ago,
  karpenterController,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A small cluster runs one replica of Karpenter on purpose. */
export const oneKarpenterByChoice = lookAlike({
  name: 'one-karpenter-by-choice',
  source: 'https://karpenter.sh/docs/reference/settings/',
  why: 'The chart has replicas: 1, and one is available. There is no stand-in, as chosen.',
  mistakenFor: ['karpenter/C1', 'karpenter/C3'],
  build: () => {
    const cluster = standardCluster();
    const controller = { ...karpenterController(cluster.facts), hash: 'solo4' };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('solo4'),
    );
    const [leader] = cluster.run(controller, ['system-1'], {
      createdAt: ago('20d'),
    });
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: `${leader}_7e57`,
        acquiredAt: ago('20d'),
      }),
    );
    return cluster;
  },
});
