import {
  ago,
  ciliumOperator,
  deployment,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** The operator rolls out: its lease was given back and is not taken yet. */
export const ciliumOperatorRollsOut = lookAlike({
  name: 'cilium-operator-rolls-out',
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
  why: 'The old leader has stopped orderly nine seconds ago: the lease has no holder and a duration of one second. The next leader takes it in seconds.',
  mistakenFor: ['cilium/D03', 'cilium/D07', 'cilium/D18', 'cilium/D19'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      lease(leaderLeases.ciliumOperator, {
        holder: '',
        seconds: 1,
        acquiredAt: ago('6h'),
        renewedAt: ago('9s'),
      }),
      deployment(
        { ...ciliumOperator(cluster.facts), generation: 3 },
        { ready: 1, updated: 1, metadata: { generation: 3 } },
      ),
    );
    return cluster;
  },
});
