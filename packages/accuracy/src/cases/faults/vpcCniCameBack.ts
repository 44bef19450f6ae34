import { ago, ciliumEnvoy, daemonSet, pod } from '@clusterworks/kube-fixtures';
import { daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** An update of the addon brought aws-node back. */
export const vpcCniCameBack = fault({
  name: 'vpc-cni-came-back',
  source: 'https://github.com/cilium/cilium/issues/10420',
  why: 'An update of the EKS addon undid the node selector that kept aws-node away: it runs on every node beside Cilium since an hour and takes addresses of the same interfaces.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D13'],
  rootsMax: 1,
  mistakenFor: ['cilium/D10', 'cilium/D03'],
  neutral: ['cilium/D22'],
  says: ['aws-node'],
  build: () => {
    const cluster = standardCluster();
    const awsNode = {
      ...ciliumEnvoy(),
      name: 'aws-node',
      labels: { 'k8s-app': 'aws-node' },
      createdAt: ago('1h'),
      container: {
        name: 'aws-node',
        image:
          '602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.21.1',
      },
    };
    cluster.put(daemonSet(awsNode, { scheduled: 6 }));
    for (const machine of cluster.machines.values()) {
      cluster.put(
        pod(daemonPodName('aws-node', machine), {
          workload: awsNode,
          node: machine.nodeName,
          hostIp: machine.instance.ip,
          createdAt: ago('1h'),
        }),
      );
    }
    return cluster;
  },
});
