import { nodeClass, nodeClaim, nodePool } from '../karpenterObjects';
import { podsOn, sandboxEvent } from './foreignPods';
import type { ForeignWorld } from './ForeignWorld';
import { withoutCilium } from './withoutCilium';

const windowsTaint = { key: 'os', value: 'windows', effect: 'NoSchedule' };

/**
 * A pool of Karpenter's own AWS provider, whose nodes run Windows and the VPC
 * CNI.
 */
export const windows: ForeignWorld = {
  adds: {
    nodepools: [
      nodePool('foreign-windows', {
        spec: {
          template: {
            spec: {
              nodeClassRef: {
                group: 'karpenter.k8s.aws',
                kind: 'EC2NodeClass',
                name: 'foreign-windows',
              },
              startupTaints: [],
              taints: [windowsTaint],
              requirements: [
                {
                  key: 'kubernetes.io/os',
                  operator: 'In',
                  values: ['windows'],
                },
              ],
            },
          },
        },
      }),
    ],
    ec2nodeclasses: [
      nodeClass('foreign-windows', {
        spec: { amiSelectorTerms: [{ alias: 'windows2022@latest' }] },
      }),
    ],
    nodeclaims: [
      nodeClaim('windows-1', {
        metadata: {
          name: 'foreign-windows-1',
          labels: {
            'karpenter.sh/nodepool': 'foreign-windows',
            'kubernetes.io/os': 'windows',
          },
        },
        status: {
          nodeName: 'foreign-windows-1',
          providerID: 'aws:///eu-west-1a/i-windows-1',
        },
      }),
    ],
    nodes: [
      withoutCilium(
        'windows-1',
        {
          'kubernetes.io/os': 'windows',
          'karpenter.sh/nodepool': 'foreign-windows',
          'karpenter.sh/initialized': 'true',
          'karpenter.k8s.aws/ec2nodeclass': 'foreign-windows',
        },
        {
          taints: [windowsTaint],
          // The VPC CNI assigns as many addresses as the kubelet admits pods.
          status: { allocatable: { pods: '110' } },
        },
      ),
    ],
    pods: podsOn('foreign-windows-1'),
    events: [sandboxEvent],
  },
};
