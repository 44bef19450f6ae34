import {
  ago,
  ciliumConfig,
  ciliumOperator,
  coreDns,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, CaseCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** A new cluster whose nodes all carry a taint that the operator does not bear. */
export const operatorToleratesNoNode = fault({
  name: 'operator-tolerates-no-node',
  source: 'https://github.com/cilium/cilium/issues/41921',
  why: 'Since 1.18 the operator bears few taints. All nodes of a new cluster carry CriticalAddonsOnly: it never starts, agents wait for addresses, no node is Ready. 24 minutes.',
  verdict: 'critical',
  root: ['cilium/D18'],
  rootsMax: 2,
  neutral: [
    'cilium/D03',
    'cilium/D07',
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/C1',
    'karpenter/C9',
    'karpenter/C3',
    'clusterworks/cilium-pods-running',
    'clusterworks/karpenter-pods-running',
    'clusterworks/pods-waiting',
    'clusterworks/node-not-ready',
    'clusterworks/nodepools-created',
    'clusterworks/nodeclasses-created',
    'clusterworks/workload-runs-on-karpenter',
    'cilium/D09',
    'cilium/D19',
  ],
  says: ['tolerat', 'CriticalAddonsOnly'],
  build: () => {
    const cluster = new CaseCluster({ name: 'loyalty-dev' });
    systemMachines.forEach((key, zone) =>
      cluster.machine(key, {
        zone,
        pool: null,
        createdAt: ago('25m'),
        networkReadyAt: null,
        ciliumStage: 'created',
      }),
    );
    const operator = {
      ...ciliumOperator(cluster.facts),
      createdAt: ago('24m'),
      tolerations: [
        { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
        { key: 'node-role.kubernetes.io/master', operator: 'Exists' },
        { key: 'node.kubernetes.io/not-ready', operator: 'Exists' },
        {
          key: 'node.cloudprovider.kubernetes.io/uninitialized',
          operator: 'Exists',
        },
        { key: 'node.cilium.io/agent-not-ready', operator: 'Exists' },
      ],
    };
    addWaitingPods(cluster, operator, {
      count: 2,
      since: '24m',
      schedulerSays:
        '0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are available.',
    });
    addWaitingPods(
      cluster,
      { ...coreDns(cluster.facts), createdAt: ago('24m') },
      {
        count: 2,
        since: '24m',
        schedulerSays:
          '0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.',
      },
    );
    cluster.put(
      ciliumConfig({ cluster: cluster.facts, createdAt: ago('24m') }),
    );
    return cluster;
  },
});
