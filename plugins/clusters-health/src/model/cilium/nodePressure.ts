import {
  ec2EniLimits,
  eniModeOf,
  nodeCapacity,
  nodeDemand,
  reportsUse,
  toEniNode,
} from '../addresses';
import { ClusterState } from '../ClusterState';
import { CiliumNodeFacts, quantityToNumber } from '../../kinds';

/** How a node stands with its addresses. */
export interface NodePressure {
  allocated: number;
  /** The agent says what it uses; otherwise `used` means nothing. */
  useReported: boolean;
  used: number;
  /** Below zero: pods wait for an address (Cilium 1.20). */
  available: number;
  needed: number;
  /** What its instance type can have; absent when the type is not known. */
  capacity?: number;
  atCapacity: boolean;
  /** The operator could still add addresses, as far as is known. */
  canGrow: boolean;
  /**
   * Kubelet admits no more pods than the node has addresses for; `false` when
   * that cannot be seen. Counts pods, so it is asked for only when it matters.
   */
  cannotRunOut(): boolean;
}

/** Reads the pressure of one node in ENI mode. */
export function nodePressure(
  cluster: ClusterState,
  facts: CiliumNodeFacts,
): NodePressure {
  const node = toEniNode(facts);
  const demand = nodeDemand(node);
  const limits = ec2EniLimits(node.instanceType ?? '');
  const capacity =
    limits &&
    nodeCapacity(node, limits, eniModeOf(cluster.index.ciliumConfig()));
  // A node that has more than the table allows proves the table wrong.
  const known = capacity !== undefined && node.pool <= capacity.addresses;
  const atMost = known ? capacity.addresses : undefined;
  const atCapacity = known && capacity.atCapacity;
  const belowMaximum =
    node.maxAllocate === 0 || demand.allocated < node.maxAllocate;
  const total = atMost ?? demand.allocated;
  return {
    ...demand,
    useReported: reportsUse(node),
    capacity: atMost,
    atCapacity,
    canGrow: !atCapacity && belowMaximum,
    cannotRunOut: () => admits(cluster, facts.name) <= total - demand.used,
  };
}

/** Pods that kubelet still admits; infinite when that is not known. */
function admits(cluster: ClusterState, name: string): number {
  const node = cluster.index.nodeByName().get(name);
  const allocatable = quantityToNumber(node?.allocatable.pods ?? '');
  if (
    !cluster.ok('nodes') ||
    !cluster.ok('pods') ||
    allocatable === undefined
  ) {
    return Number.POSITIVE_INFINITY;
  }
  const pods = cluster.index.podsByNode().get(name) ?? [];
  const counted = pods.filter(
    ({ phase }) => phase !== 'Succeeded' && phase !== 'Failed',
  );
  return allocatable - counted.length;
}
