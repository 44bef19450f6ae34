import {
  ago,
  ciliumOperator,
  deployment,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** Somebody has scaled Cilium's operator to zero and forgotten it. */
export const operatorScaledToZero = fault({
  name: 'operator-scaled-to-zero',
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
  why: 'During a repair the operator was scaled to 0, two hours ago. Nothing hands out addresses; a node that joined 20 minutes ago is stuck.',
  verdict: 'critical',
  root: ['cilium/D03'],
  rootsMax: 1,
  neutral: [
    'cilium/D07',
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
    'cilium/D19',
  ],
  says: ['replicas|scale|0'],
  build: () => {
    const cluster = standardCluster();
    cluster.remove('Pod', ({ metadata }) =>
      metadata.name.startsWith('cilium-operator-'),
    );
    cluster.put(
      deployment(
        { ...ciliumOperator(cluster.facts), replicas: 0, generation: 8 },
        { scheduled: 0, ready: 0, metadata: { generation: 8 } },
      ),
      lease(leaderLeases.ciliumOperator, {
        holder: '',
        seconds: 1,
        acquiredAt: ago('3d'),
        renewedAt: ago('2h'),
      }),
    );
    cluster.machine('general-5', {
      createdAt: ago('21m'),
      joinedAt: ago('20m'),
      networkReadyAt: null,
      ciliumStage: 'created',
    });
    return cluster;
  },
});
