import { ciliumNode, type CiliumNodeFacts } from '../cilium/ciliumNode';
import { enis } from '../cilium/eni';
import { type ClaimSteps, nodeClaim } from '../karpenter/nodeClaim';
import { defaultPool, type PoolFacts } from '../karpenter/poolFacts';
import { type Instance, instance as instanceOf } from '../nodes/instance';
import { node } from '../nodes/node';
import { ciliumTaint, notReadyTaints } from '../nodes/taints';
import { ciliumAgent } from '../system/systemWorkloads';
import { pod } from '../workloads/pod';

/** A node that Karpenter launched: its Node, NodeClaim, CiliumNode and agent. */
export function runningNode(
  name: string,
  facts: {
    instance?: Instance;
    pool?: PoolFacts;
    networkReadyAt?: string;
  } & Partial<ClaimSteps> = {},
) {
  const { instance = instanceOf(name), pool = defaultPool } = facts;
  const { createdAt, networkReadyAt, ...steps } = facts;
  const registeredAt = facts.registeredAt ?? createdAt;
  const common = { instance, pool };
  return {
    nodes: [node(name, { ...common, registeredAt, networkReadyAt })],
    nodeclaims: [nodeClaim(name, { ...steps, ...common, createdAt })],
    ciliumnodes: [ciliumNode(name, { ...common, createdAt: registeredAt })],
    pods: [
      pod(`cilium-${name}`, {
        workload: ciliumAgent(),
        node: name,
        hostIp: instance.ip,
        createdAt: registeredAt,
      }),
    ],
  };
}

/**
 * A node that has joined and waits for Cilium: no address is assigned, so its
 * agent is not ready, the startup taint stays and its claim is not initialized.
 */
export function joiningNode(
  name: string,
  facts: {
    createdAt: string;
    instance?: Instance;
    stage?: CiliumNodeFacts['stage'];
  },
) {
  const { createdAt, instance = instanceOf(name) } = facts;
  return {
    nodes: [
      node(name, {
        instance,
        registeredAt: createdAt,
        networkReadyAt: null,
        taints: [ciliumTaint, ...notReadyTaints(createdAt)],
      }),
    ],
    nodeclaims: [
      nodeClaim(name, {
        instance,
        createdAt,
        initializedAt: null,
        initializing: {
          reason: 'StartupTaintsExist',
          message: `StartupTaint "${ciliumTaint.key}=${ciliumTaint.value}:${ciliumTaint.effect}" still exists`,
        },
      }),
    ],
    ciliumnodes: [
      ciliumNode(name, {
        instance,
        createdAt,
        stage: facts.stage ?? 'interfaces',
        enis: enis([0], [], instance.id),
      }),
    ],
    pods: [
      pod(`cilium-${name}`, {
        workload: ciliumAgent(),
        node: name,
        hostIp: instance.ip,
        createdAt,
        ready: false,
      }),
    ],
  };
}
