import {
  ec2EniLimits,
  eniModeOf,
  nodeCapacity,
  nodeDemand,
  reportsUse,
  toEniNode,
} from '../addresses';
import type { ClusterState } from '../ClusterState';
import type { CiliumNodeFacts } from '../../kinds';
import { quantityToNumber } from '../../kinds';

/** The used and free addresses of a node. */
export interface NodePressure {
  allocated: number;
  /**
   * Whether the agent reports the used addresses; otherwise `used` means
   * nothing.
   */
  useReported: boolean;
  used: number;
  /** Negative when pods wait for an address (Cilium 1.20). */
  available: number;
  needed: number;
  /** The maximum for the instance type; absent when the type is not known. */
  capacity?: number;
  atCapacity: boolean;
  /** Whether the operator could still add addresses, as far as is known. */
  canGrow: boolean;
  /**
   * Whether kubelet admits no more pods than the node has addresses for;
   * `false` when that is not known. A function, because counting pods is only
   * worth the time when the answer matters.
   */
  cannotRunOut(): boolean;
}

/** Computes the pressure of one node in ENI mode. */
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
  // When a node has more addresses than the table allows, the table is wrong
  // for this node.
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
    cannotRunOut: () =>
      admits(cluster, facts.name) <= total - demand.used - node.releasing,
  };
}

/** Number of pods that kubelet still admits; Infinity when it is not known. */
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
