import type { KubeObject } from '../base/KubeObject';
import { ciliumConfig } from '../cilium/ciliumConfig';
import { ciliumEndpoint } from '../cilium/ciliumEndpoint';
import { ciliumNode } from '../cilium/ciliumNode';
import { nodeClaim } from '../karpenter/nodeClaim';
import { nodeClass } from '../karpenter/nodeClass';
import { nodePool } from '../karpenter/nodePool';
import { node } from '../nodes/node';
import { lease, leaderLeases } from '../system/lease';
import {
  ciliumAgent,
  ciliumOperator,
  karpenterController,
} from '../system/systemWorkloads';
import { pod } from '../workloads/pod';
import { daemonSet, deployment } from '../workloads/workloadObjects';

/** A cluster in which nothing is wrong: one pool, one node, one service. */
export function healthyCluster() {
  return {
    nodes: [node('general-1')],
    nodepools: [nodePool()],
    nodeclaims: [nodeClaim('general-1')],
    ec2nodeclasses: [nodeClass()],
    ciliumnodes: [ciliumNode('general-1')],
    deployments: [
      deployment(karpenterController()),
      deployment(ciliumOperator()),
    ],
    daemonsets: [daemonSet(ciliumAgent())],
    leases: [
      lease(leaderLeases.karpenter, { holder: 'karpenter-1_karpenter-1' }),
      lease(leaderLeases.ciliumOperator, { holder: 'cilium-operator-1_uid' }),
    ],
    configmaps: [ciliumConfig()],
    pods: [
      pod('karpenter-1', { workload: karpenterController() }),
      pod('cilium-1', { workload: ciliumAgent() }),
      pod('cilium-operator-1', { workload: ciliumOperator() }),
      pod('web-1', { ip: '10.0.1.5' }),
    ],
    events: [] as KubeObject[],
    ciliumendpoints: [ciliumEndpoint('web-1')],
    ciliumidentities: [] as KubeObject[],
    poddisruptionbudgets: [] as KubeObject[],
    customresourcedefinitions: [] as KubeObject[],
    volumeattachments: [] as KubeObject[],
  };
}
