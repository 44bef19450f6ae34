import {
  ago,
  ciliumEnvoy,
  daemonSet,
  pod,
  service,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** One node group keeps the VPC CNI; both DaemonSets keep to their nodes. */
export const otherCniOnOneNodeGroup = lookAlike({
  name: 'other-cni-on-one-node-group',
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
  why: 'A migration from the VPC CNI, node group by node group: aws-node selects the nodes labelled for it, Cilium the others. No node has both.',
  mistakenFor: [
    'cilium/D13',
    'cilium/D01',
    'cilium/D09',
    'cilium/D15',
    'cilium/D19',
  ],
  remedyNot: ['delete pod'],
  build: () => {
    const cluster = standardCluster();
    const label = 'io.cilium/aws-node-enabled';
    const old = cluster.machine('legacy-1', {
      zone: 1,
      pool: null,
      cilium: false,
      createdAt: ago('90d'),
      node: {
        taints: [],
        metadata: {
          labels: { [label]: 'true', 'eks.amazonaws.com/nodegroup': 'legacy' },
        },
      },
    });
    cluster.edit('Node', old.nodeName, {
      status: {
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            reason: 'KubeletReady',
            message: '',
            lastHeartbeatTime: ago('1m'),
            lastTransitionTime: ago('90d'),
          },
        ],
      },
    });
    const affinity = (operator: string) => ({
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: label, operator }] }],
        },
      },
    });
    const awsNode = {
      ...ciliumEnvoy(),
      name: 'aws-node',
      labels: { 'k8s-app': 'aws-node' },
      container: {
        name: 'aws-node',
        image:
          '602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.21.1',
      },
    };
    cluster.put(
      daemonSet(awsNode, {
        scheduled: 1,
        spec: { template: { spec: { affinity: affinity('Exists') } } },
      }),
      pod('aws-node-5hx2k', {
        workload: awsNode,
        node: old.nodeName,
        hostIp: old.instance.ip,
        createdAt: ago('90d'),
      }),
    );
    cluster.edit('DaemonSet', 'cilium', {
      spec: { template: { spec: { affinity: affinity('DoesNotExist') } } },
    });
    cluster.run(service('archive', 'office'), ['legacy-1']);
    return cluster;
  },
});
