import { ago, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Twenty nodes join at once, forty seconds ago; Cilium is not there yet. */
export const burstOfTwentyNodes = lookAlike({
  name: 'burst-of-twenty-nodes',
  source: 'https://github.com/cilium/cilium/issues/35404',
  why: 'A batch of pods came 100 s ago; Karpenter launched 20 nodes, which joined 40 s ago. The operator adapts interfaces one after the other: agents that are not ready and start-up taints are normal for minutes.',
  mistakenFor: [
    'karpenter/L2',
    'karpenter/L3',
    'karpenter/L9',
    'cilium/D01',
    'cilium/D02',
    'cilium/D06',
    'cilium/D07',
    'karpenter/P7',
  ],
  neutral: ['cilium/D01', 'clusterworks/cilium-pods-running'],
  saysNot: ['delete', 'restart'],
  build: () => {
    const cluster = standardCluster();
    const render = service('render', 'media');
    for (let index = 0; index < 20; index += 1) {
      const machine = cluster.machine(`burst-${index}`, {
        zone: index % 3,
        createdAt: ago('95s'),
        joinedAt: ago('40s'),
        networkReadyAt: null,
        ciliumStage: index % 2 === 0 ? 'created' : 'interfaces',
      });
      addWaitingPods(
        cluster,
        { ...render, name: `render-${index}` },
        {
          count: 3,
          since: '100s',
          nominated: machine,
        },
      );
    }
    return cluster;
  },
});
