import {
  addWaitingPods,
  generalMachines,
  shopServices,
  standardCluster,
} from '../../world';
import { fault } from '../Case';

/** Somebody deleted all NodePools of a cluster in service. */
export const allPoolsWereDeleted = fault({
  name: 'all-pools-were-deleted',
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
  why: 'A wrong prune of Argo CD removed the NodePools; their nodes went with them. The cluster is 30 days old, pods wait since 26 minutes without a word of Karpenter.',
  verdict: 'critical',
  root: ['karpenter/C9'],
  rootsMax: 1,
  mistakenFor: ['karpenter/P1', 'karpenter/C1', 'karpenter/L8'],
  neutral: [
    'clusterworks/pods-waiting',
    'clusterworks/nodepools-created',
    'clusterworks/workload-runs-on-karpenter',
    'cilium/D01',
  ],
  says: ['NodePool'],
  build: () => {
    const cluster = standardCluster();
    cluster.remove('NodePool', 'general');
    for (const key of generalMachines) {
      const machine = cluster.at(key);
      cluster.remove('Node', machine.nodeName);
      cluster.remove('NodeClaim', machine.claimName);
      cluster.remove('CiliumNode', machine.nodeName);
      cluster.remove(
        'Pod',
        ({ spec }) =>
          (spec as { nodeName?: string }).nodeName === machine.nodeName,
      );
    }
    cluster.remove('CiliumEndpoint', ({ metadata }) =>
      ['shop', 'office'].includes(metadata.namespace ?? ''),
    );
    for (const name of ['cilium', 'cilium-envoy']) {
      cluster.edit('DaemonSet', name, {
        status: {
          desiredNumberScheduled: 2,
          currentNumberScheduled: 2,
          numberReady: 2,
          updatedNumberScheduled: 2,
          numberAvailable: 2,
        },
      });
    }
    for (const each of Object.values(shopServices)) {
      addWaitingPods(cluster, each, {
        count: 2,
        since: '26m',
        schedulerSays:
          '0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}.',
      });
    }
    return cluster;
  },
});
