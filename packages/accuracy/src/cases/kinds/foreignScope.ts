import { ago, condition, service } from '@clusterworks/kube-fixtures';
import { autoMode, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pool of EKS Auto Mode at its limit, and without start-up taint. */
export const autoModePoolAtItsLimit = lookAlike({
  name: 'auto-mode-pool-at-its-limit',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html',
  why: 'The pool general-purpose of EKS Auto Mode has used all of its limit, and its nodes are drifted. AWS runs it with its own controller: no rule about our Karpenter speaks of it.',
  mistakenFor: [
    'karpenter/P3',
    'karpenter/P7',
    'karpenter/P2',
    'karpenter/P1',
    'karpenter/L5',
    'karpenter/L13',
    'cilium/D15',
    'cilium/D19',
  ],
  remedyNot: ['general-purpose'],
  build: () => {
    const cluster = standardCluster();
    autoMode(cluster, 'general-purpose', ['auto-1', 'auto-2']);
    cluster.edit('NodePool', 'general-purpose', {
      spec: { limits: { cpu: '4' } },
      status: {
        resources: { cpu: '4' },
        conditions: [condition('Ready', 'False', ago('30m'), 'NotOurs')],
      },
    });
    for (const key of ['auto-1', 'auto-2']) {
      cluster.edit('NodeClaim', cluster.at(key).claimName, {
        status: {
          conditions: [
            condition('Launched', 'True', ago('6h')),
            condition('Registered', 'True', ago('6h')),
            condition('Initialized', 'True', ago('6h')),
            condition('Drifted', 'True', ago('5h'), 'NodePoolDrifted'),
          ],
        },
      });
    }
    cluster.run(service('portal', 'office'), ['auto-1', 'auto-2']);
    return cluster;
  },
});

/** A managed node group of Windows, which no pool of Karpenter launched. */
export const windowsNodeGroup = lookAlike({
  name: 'windows-node-group',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html',
  why: 'A managed node group of Windows runs two services with the VPC CNI. It has no agent of Cilium, no CiliumNode and no CiliumEndpoint, and needs none.',
  mistakenFor: [
    'cilium/D01',
    'cilium/D09',
    'cilium/D13',
    'cilium/D15',
    'cilium/D19',
    'karpenter/L3',
    'karpenter/L13',
    'karpenter/L12',
  ],
  remedyNot: ['delete pod'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('windows-1', {
      pool: null,
      cilium: false,
      createdAt: ago('5d'),
      node: {
        metadata: { labels: { 'kubernetes.io/os': 'windows' } },
        spec: {
          taints: [{ key: 'os', value: 'windows', effect: 'NoSchedule' }],
        },
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              reason: 'KubeletReady',
              message: 'kubelet is posting ready status',
              lastHeartbeatTime: ago('1m'),
              lastTransitionTime: ago('5d'),
            },
          ],
        },
      },
    });
    cluster.run(
      service('printing', 'office', {
        tolerations: [{ key: 'os', operator: 'Exists' }],
      }),
      [machine.key, machine.key],
    );
    return cluster;
  },
});
