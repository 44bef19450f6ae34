import { ago } from '@clusterworks/kube-fixtures';
import { daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** The kubelet of a node in service is silent. */
export const nodeIsSilent = fault({
  name: 'node-is-silent',
  source: 'https://kubernetes.io/docs/concepts/architecture/nodes/#condition',
  why: 'A node ran out of memory nine minutes ago and its kubelet does not report. Its NodeClaim still says Ready.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['clusterworks/node-not-ready'],
  rootsMax: 1,
  mistakenFor: [
    'karpenter/L2',
    'karpenter/L3',
    'karpenter/L13',
    'cilium/D10',
    'cilium/D07',
  ],
  neutral: [
    'cilium/D01',
    'cilium/D02',
    'clusterworks/cilium-pods-running',
    'cilium/D06',
  ],
  says: ['kubelet|stopped'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      createdAt: ago('2d'),
      node: {
        silentSince: ago('9m'),
        taints: [
          { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
          {
            key: 'node.kubernetes.io/unreachable',
            effect: 'NoExecute',
            timeAdded: ago('9m'),
          },
        ],
      },
    });
    const machine = cluster.at('general-5');
    cluster.edit('Pod', daemonPodName('cilium', machine), {
      status: {
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            lastProbeTime: null,
            lastTransitionTime: ago('9m'),
          },
        ],
      },
    });
    cluster.edit('DaemonSet', 'cilium', {
      status: { numberReady: 6, numberAvailable: 6, numberUnavailable: 1 },
    });
    return cluster;
  },
});
