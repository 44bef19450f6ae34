import {
  ago,
  ciliumConfig,
  ciliumOperator,
  coreDns,
  karpenterController,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { CaseCluster, systemMachines } from '../../world';
import { lookAlike } from '../Case';

/** Cilium and Karpenter are there; the pools are applied next. */
export const clusterBeingBuilt = lookAlike({
  name: 'cluster-being-built',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
  why: 'A new cluster: nodes 9 minutes old, Karpenter installed three minutes ago. Argo CD applies NodePools and classes in the next minutes. Nothing is broken, nobody must be woken.',
  verdictAlso: ['unknown'],
  mistakenFor: ['karpenter/C1', 'karpenter/P1', 'karpenter/P2', 'cilium/D01'],
  neutral: [
    'karpenter/C9',
    'clusterworks/nodepools-created',
    'clusterworks/nodeclasses-created',
    'clusterworks/workload-runs-on-karpenter',
  ],
  build: () => {
    const cluster = new CaseCluster({ name: 'loyalty-stage' });
    systemMachines.forEach((key, zone) =>
      cluster.machine(key, { zone, pool: null, createdAt: ago('9m') }),
    );
    const karpenter = {
      ...karpenterController(cluster.facts),
      createdAt: ago('3m'),
    };
    const [leader] = cluster.run(karpenter, systemMachines, {
      createdAt: ago('3m'),
    });
    const operator = { ...ciliumOperator(cluster.facts), createdAt: ago('8m') };
    cluster.run(operator, systemMachines, { createdAt: ago('8m') });
    cluster.run(
      { ...coreDns(cluster.facts), createdAt: ago('9m') },
      systemMachines,
      { createdAt: ago('8m') },
    );
    cluster.put(
      lease(leaderLeases.karpenter, {
        holder: `${leader}_77aa`,
        createdAt: ago('3m'),
        acquiredAt: ago('3m'),
      }),
      lease(leaderLeases.ciliumOperator, {
        holder: `${cluster.at('system-1').nodeName}-0d9f`,
        createdAt: ago('8m'),
        acquiredAt: ago('8m'),
      }),
      ciliumConfig({ cluster: cluster.facts, createdAt: ago('8m') }),
    );
    return cluster;
  },
});
