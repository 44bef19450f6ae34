import * as kube from '@clusterworks/kube-fixtures';
import {
  ciliumConfigMap,
  ciliumDaemonSet,
  ciliumLease,
  ciliumOperatorDeployment,
} from './ciliumWorkload';
import { nodeClaim, nodeClass, nodePool } from './karpenterObjects';
import {
  karpenterDeployment,
  karpenterLease,
  karpenterPod,
} from './karpenterWorkload';
import { ciliumNode, node } from './nodes';
import { pod } from './pods';
import type { SourceName } from '../../kinds';

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
      kube.pod('cilium-1', {
        workload: kube.ciliumAgent(),
        node: 'node-general-1',
      }),
      kube.pod('cilium-operator-1', {
        workload: kube.ciliumOperator(),
        node: 'node-general-1',
      }),
    ],
    events: [],
    ciliumendpoints: [kube.ciliumEndpoint('web-1')],
    ciliumidentities: [],
    poddisruptionbudgets: [],
    customresourcedefinitions: [],
    volumeattachments: [],
  };
}
