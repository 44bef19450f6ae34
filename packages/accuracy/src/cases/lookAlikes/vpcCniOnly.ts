import {
  ago,
  ciliumEnvoy,
  daemonSet,
  leaderLeases,
  nodePool,
  pod,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { nameEnd, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A cluster that has no Cilium at all. */
export const vpcCniOnly = lookAlike({
  name: 'vpc-cni-only',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html',
  why: 'The cluster runs the VPC CNI and Karpenter. No rule about Cilium concerns it; its pools need no start-up taint.',
  verdictAlso: ['unknown'],
  mistakenFor: [
    'cilium/D01',
    'cilium/D03',
    'cilium/D09',
    'cilium/D13',
    'cilium/D15',
    'cilium/D19',
    'cilium/D27',
    'karpenter/P7',
    'cilium/D14',
  ],
  neutral: ['clusterworks/cilium-ipam-eni', 'clusterworks/cilium-pods-running'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('general', {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['on-demand'],
            },
          ],
          expireAfter: '720h',
        },
      },
    });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: pool.spec,
      }),
    );
    for (const kind of ['CiliumNode', 'CiliumEndpoint', 'ConfigMap']) {
      cluster.remove(kind, () => true);
    }
    cluster.remove('DaemonSet', ({ metadata }) =>
      metadata.name.startsWith('cilium'),
    );
    cluster.remove('Pod', ({ metadata }) => metadata.name.startsWith('cilium'));
    cluster.remove('Deployment', 'cilium-operator');
    cluster.remove('Lease', leaderLeases.ciliumOperator);
    const workload = (name: string, image: string) => ({
      ...ciliumEnvoy(),
      name,
      labels: { 'k8s-app': name },
      container: { name, image },
    });
    const awsNode = workload(
      'aws-node',
      '602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.21.1',
    );
    const proxy = workload(
      'kube-proxy',
      '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.35.4',
    );
    cluster.put(
      daemonSet(awsNode, { scheduled: 6 }),
      daemonSet(proxy, { scheduled: 6 }),
    );
    for (const machine of cluster.machines.values()) {
      for (const each of [awsNode, proxy]) {
        cluster.put(
          pod(`${each.name}-${nameEnd(machine.key + each.name)}`, {
            workload: each,
            node: machine.nodeName,
            hostIp: machine.instance.ip,
          }),
        );
      }
      cluster.edit('Node', machine.nodeName, {
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              reason: 'KubeletReady',
              message: 'kubelet is posting ready status',
              lastHeartbeatTime: ago('1m'),
              lastTransitionTime: machine.createdAt,
            },
          ],
        },
      });
    }
    for (const source of [
      'ciliumnodes',
      'ciliumendpoints',
      'ciliumidentities',
    ] as const) {
      cluster.deny(source, 'notInstalled');
    }
    return cluster;
  },
});
