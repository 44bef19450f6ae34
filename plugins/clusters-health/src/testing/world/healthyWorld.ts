import {
  ciliumConfigMap,
  ciliumDaemonSet,
  ciliumLease,
  ciliumOperatorDeployment,
} from './ciliumWorkload';
import { condition } from './conditions';
import { nodeClaim, nodeClass, nodePool } from './karpenterObjects';
import {
  karpenterDeployment,
  karpenterLease,
  karpenterPod,
} from './karpenterWorkload';
import { ciliumNode, node } from './nodes';
import { pod } from './pods';
import { SourceName } from '../../kinds';
import { ago } from './time';

/** A cluster in which nothing is wrong: one pool, one node, one pod. */
export function healthyWorld(): { [S in SourceName]: unknown[] } {
  return {
    nodes: [node()],
    nodepools: [nodePool()],
    nodeclaims: [nodeClaim()],
    ec2nodeclasses: [nodeClass()],
    ciliumnodes: [ciliumNode()],
    deployments: [karpenterDeployment(), ciliumOperatorDeployment()],
    daemonsets: [ciliumDaemonSet()],
    leases: [karpenterLease(), ciliumLease()],
    configmaps: [ciliumConfigMap()],
    pods: [
      karpenterPod(),
      pod('web-1'),
      pod('cilium-1', {
        metadata: {
          namespace: 'kube-system',
          labels: { 'k8s-app': 'cilium' },
          ownerReferences: [
            { kind: 'DaemonSet', name: 'cilium', uid: 'ds', controller: true },
          ],
        },
        spec: { hostNetwork: true },
        status: {
          podIP: '10.0.0.10',
          conditions: [
            condition('PodScheduled', 'True', 58),
            condition('Ready', 'True', 58),
          ],
          containerStatuses: [
            { name: 'cilium-agent', ready: true, restartCount: 0 },
          ],
        },
      }),
      pod('cilium-operator-1', {
        metadata: {
          namespace: 'kube-system',
          labels: { 'io.cilium/app': 'operator' },
        },
        spec: { nodeName: 'node-general-1', hostNetwork: true },
      }),
    ],
    events: [],
    ciliumendpoints: [
      {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumEndpoint',
        metadata: {
          name: 'web-1',
          namespace: 'default',
          creationTimestamp: ago(50),
        },
        status: {
          state: 'ready',
          networking: { addressing: [{ ipv4: '10.0.1.5' }] },
        },
      },
    ],
    ciliumidentities: [],
    poddisruptionbudgets: [],
    customresourcedefinitions: [],
  };
}
