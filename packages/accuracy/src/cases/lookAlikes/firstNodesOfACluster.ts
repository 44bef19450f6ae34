import {
  ago,
  ciliumConfig,
  ciliumOperator,
  coreDns,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, CaseCluster, systemMachines } from '../../world';
import { lookAlike } from '../Case';

/** The first nodes have joined two minutes ago; Cilium starts. */
export const firstNodesOfACluster = lookAlike({
  name: 'first-nodes-of-a-cluster',
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
  why: 'A cluster without another CNI: the first nodes joined 110 s ago and are not Ready until Cilium, which was installed 60 s ago, is. CoreDNS waits. All of that is the usual beginning.',
  verdictAlso: ['unknown'],
  mistakenFor: [
    'cilium/D03',
    'cilium/D07',
    'cilium/D02',
    'cilium/D06',
    'karpenter/C1',
    'karpenter/L3',
  ],
  neutral: [
    'cilium/D01',
    'clusterworks/cilium-pods-running',
    'clusterworks/nodepools-created',
    'clusterworks/nodeclasses-created',
    'clusterworks/workload-runs-on-karpenter',
    'karpenter/C9',
  ],
  build: () => {
    const cluster = new CaseCluster({ name: 'loyalty-dev' });
    systemMachines.forEach((key, zone) =>
      cluster.machine(key, {
        zone,
        pool: null,
        createdAt: ago('110s'),
        networkReadyAt: null,
        ciliumStage: 'created',
      }),
    );
    const operator = {
      ...ciliumOperator(cluster.facts),
      createdAt: ago('60s'),
    };
    cluster.run(operator, systemMachines, {
      createdAt: ago('60s'),
      ready: false,
      counts: { ready: 0, availableSince: ago('60s') },
    });
    addWaitingPods(
      cluster,
      { ...coreDns(cluster.facts), createdAt: ago('100s') },
      {
        count: 2,
        since: '100s',
        schedulerSays:
          '0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.',
      },
    );
    cluster.put(
      ciliumConfig({ cluster: cluster.facts, createdAt: ago('60s') }),
    );
    cluster.edit('DaemonSet', 'cilium', {
      metadata: { creationTimestamp: ago('60s') },
    });
    return cluster;
  },
});
