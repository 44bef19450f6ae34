import { ago, coreDns } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Karpenter and CoreDNS run on Fargate. */
export const fargateCarriesControllers = lookAlike({
  name: 'fargate-carries-controllers',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
  why: 'A recommended way to run Karpenter: on Fargate, where there is no DaemonSet and no Cilium. Its pods have addresses of the VPC and no CiliumEndpoint.',
  mistakenFor: [
    'cilium/D01',
    'cilium/D09',
    'cilium/D15',
    'cilium/D19',
    'karpenter/C1',
    'karpenter/L13',
  ],
  remedyNot: ['delete pod', 'rollout restart'],
  build: () => {
    const cluster = standardCluster();
    const fargate = [0, 1].map(zone => {
      const machine = cluster.machine(`fargate-${zone}`, {
        zone,
        pool: null,
        cilium: false,
        createdAt: ago('20d'),
        node: {
          taints: [
            {
              key: 'eks.amazonaws.com/compute-type',
              value: 'fargate',
              effect: 'NoSchedule',
            },
          ],
          metadata: {
            labels: {
              'eks.amazonaws.com/compute-type': 'fargate',
              'eks.amazonaws.com/nodegroup': undefined,
            },
          },
          spec: {
            providerID: `aws:///eu-west-1a/9f3c-${zone}/fargate-ip-10-0-${zone}-9.eu-west-1.compute.internal`,
          },
        },
      });
      cluster.edit('Node', machine.nodeName, {
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              reason: 'KubeletReady',
              message: '',
              lastHeartbeatTime: ago('1m'),
              lastTransitionTime: ago('20d'),
            },
          ],
        },
      });
      return `fargate-${zone}`;
    });
    cluster.remove('Pod', ({ metadata }) =>
      /^coredns-(?!fg)/.test(metadata.name),
    );
    cluster.run({ ...coreDns(cluster.facts), hash: 'fg' }, fargate);
    return cluster;
  },
});
