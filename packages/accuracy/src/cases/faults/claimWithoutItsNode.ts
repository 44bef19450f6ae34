import { ago } from '@clusterworks/kube-fixtures';
import { daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** A registered NodeClaim whose node is gone. */
export const claimWithoutItsNode = fault({
  name: 'claim-without-its-node',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/5570',
  why: 'A node was deleted with its finalizer by a script 40 minutes ago; the instance runs on and its claim counts against limits. When the node went stands nowhere in the objects, and Karpenter takes some minutes to clear up after an instance that ended: one look must say that it does not know.',
  verdict: 'degraded',
  verdictAlso: ['healthy'],
  unknownInstead: ['karpenter/L13'],
  root: ['karpenter/L13'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L2', 'karpenter/L6', 'cilium/D10'],
  neutral: ['cilium/D08', 'cilium/D01', 'clusterworks/cilium-pods-running'],
  says: ['i-[0-9a-f]{17}|node'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', { createdAt: ago('2d') });
    cluster.remove('Node', machine.nodeName);
    cluster.remove('CiliumNode', machine.nodeName);
    cluster.remove('Pod', ({ metadata }) =>
      [
        daemonPodName('cilium', machine),
        daemonPodName('cilium-envoy', machine),
      ].includes(metadata.name),
    );
    for (const name of ['cilium', 'cilium-envoy']) {
      cluster.edit('DaemonSet', name, {
        status: {
          desiredNumberScheduled: 6,
          currentNumberScheduled: 6,
          numberReady: 6,
          updatedNumberScheduled: 6,
          numberAvailable: 6,
        },
      });
    }
    return cluster;
  },
});
