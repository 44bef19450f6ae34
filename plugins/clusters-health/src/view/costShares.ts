import type { Measure } from '@clusterworks/plugin-clusters-common';
import { poolOf } from '../model/poolOf';
import { HOUR } from '../model/durations';
import { ClusterState } from '../model/ClusterState';
import { staysOnDrain } from '../model/disruption/drainBlockers';
import type { NodeFacts, NodePoolFacts, Snapshot } from '../kinds';
import { quantityToNumber } from '../kinds';
import { unknownMeasure } from './measures';
import { noKarpenterNodes, ofSource } from './unknownReasons';

/** A node of Karpenter that is empty or underutilised. */
export interface IdleNode {
  node: string;
  pool: string;
  /**
   * Requested share of the allocatable resources, the larger one of CPU and
   * memory, 0 to 1.
   */
  requested: number;
  /** Hours since the last pod was added or removed; absent when not known. */
  hours?: number;
}

/** The consolidation settings of one pool, and the reason for them. */
export interface PoolSaving {
  pool: string;
  consolidation: { policy: string; after: string; why: string };
  /** Set for pools that require GPUs. */
  gpu?: { why: string };
}

/**
 * Where costs arise, in shares and hours, because prices are not known.
 *
 * @public
 */
export interface CostShares {
  /** Share of Karpenter's vCPUs on spot instances, 0 to 1. */
  spotShare: Measure;
  /** Nodes with DaemonSet pods only, except those that still start. */
  empty: IdleNode[];
  /** Hours of all empty nodes since their last pod was added or removed. */
  emptyNodeHours: Measure;
  /** Nodes with workload that requests less than half of CPU and of memory. */
  underutilized: IdleNode[];
  pools: PoolSaving[];
}

/** Below this share a node counts as underutilised. */
const HALF = 0.5;

/**
 * Computes cost shares from the snapshot. Finding empty and underutilised nodes
 * requires the pods: when pods were not read, the lists are unknown and not
 * empty.
 *
 * @param now - RFC 3339
 *
 * @public
 */
export function costShares(snapshot: Snapshot, now: string): CostShares {
  const cluster = new ClusterState(snapshot, Date.parse(now));
  return {
    spotShare: spotShare(cluster, nodesOfPools(cluster)),
    ...idleNodes(cluster),
    pools: cluster.items('nodepools').map(poolSaving),
  };
}

/**
 * Nodes of Karpenter that are empty or underutilised; none when the pods were
 * not read.
 */
export function idleNodes(
  cluster: ClusterState,
): Pick<CostShares, 'empty' | 'emptyNodeHours' | 'underutilized'> {
  const idle = cluster.ok('pods')
    ? nodesOfPools(cluster)
        .filter(hasStarted)
        .map(node => idleNode(cluster, node))
    : [];
  const empty = idle
    .filter(({ carries }) => carries === 0)
    .map(({ idle: one }) => one);
  return {
    empty,
    emptyNodeHours: emptyHours(cluster, empty),
    underutilized: idle
      .filter(({ carries, idle: one }) => carries > 0 && one.requested < HALF)
      .map(({ idle: one }) => one),
  };
}

function nodesOfPools(cluster: ClusterState): NodeFacts[] {
  return cluster
    .items('nodes')
    .filter(node => poolOf(node) !== undefined && node.deletedAt === undefined);
}

/** A node that still starts has no pods yet because none may come. */
function hasStarted({ labels }: NodeFacts): boolean {
  return labels['karpenter.sh/initialized'] === 'true';
}

function spotShare(
  cluster: ClusterState,
  nodes: readonly NodeFacts[],
): Measure {
  if (!cluster.ok('nodes')) {
    return unknownMeasure(ofSource('nodes', cluster.state('nodes')));
  }
  const cpu = (node: NodeFacts) =>
    quantityToNumber(node.capacity.cpu ?? '') ?? 0;
  const sum = (some: readonly NodeFacts[]) =>
    some.reduce((total, node) => total + cpu(node), 0);
  const total = sum(nodes);
  if (total === 0) {
    return unknownMeasure(noKarpenterNodes);
  }
  const spot = nodes.filter(
    node => node.labels['karpenter.sh/capacity-type'] === 'spot',
  );
  return { certainty: 'exact', value: sum(spot) / total };
}

function idleNode(cluster: ClusterState, node: NodeFacts) {
  const pods = (cluster.index.podsByNode().get(node.name) ?? []).filter(
    ({ phase }) => phase !== 'Succeeded' && phase !== 'Failed',
  );
  const workload = pods.filter(pod => !staysOnDrain(pod));
  const share = (resource: 'cpu' | 'memory') => {
    const room = quantityToNumber(node.allocatable[resource] ?? '') ?? 0;
    const used = pods.reduce((total, pod) => total + pod[resource], 0);
    return room > 0 ? used / room : 0;
  };
  const claim = cluster.index.claimByNodeName().get(node.name);
  const quiet = cluster.age(claim?.lastPodEventAt);
  const idle: IdleNode = {
    node: node.name,
    pool: poolOf(node) ?? '',
    requested: Math.max(share('cpu'), share('memory')),
    ...(quiet === undefined ? {} : { hours: quiet / HOUR }),
  };
  return { carries: workload.length, idle };
}

function emptyHours(
  cluster: ClusterState,
  empty: readonly IdleNode[],
): Measure {
  if (!cluster.ok('pods') || !cluster.ok('nodes')) {
    const lost = cluster.ok('pods') ? 'nodes' : 'pods';
    return unknownMeasure(ofSource(lost, cluster.state(lost)));
  }
  const known = empty.filter(({ hours }) => hours !== undefined);
  const value = known.reduce((total, { hours = 0 }) => total + hours, 0);
  return known.length === empty.length
    ? { certainty: 'estimate', value }
    : { certainty: 'atLeast', value };
}

function poolSaving(pool: NodePoolFacts): PoolSaving {
  const policy = pool.consolidationPolicy ?? 'WhenEmptyOrUnderutilized';
  const after = pool.consolidateAfter ?? '0s';
  const gpu = asksForGpus(pool);
  return {
    pool: pool.name,
    consolidation: { policy, after, why: sayPolicy(policy, after) },
    ...(gpu ? { gpu: { why: sayGpu(policy, after) } } : {}),
  };
}

function asksForGpus(pool: NodePoolFacts): boolean {
  return (
    pool.limits['nvidia.com/gpu'] !== undefined ||
    pool.requirements.some(
      ({ key, operator, values }) =>
        (key.startsWith('karpenter.k8s.aws/instance-gpu-') &&
          operator !== 'DoesNotExist') ||
        (key === 'karpenter.k8s.aws/instance-family' &&
          operator === 'In' &&
          values.length > 0 &&
          values.every(family => /^(g|p)\d/.test(family))),
    )
  );
}

function sayPolicy(policy: string, after: string): string {
  if (after === 'Never') {
    return 'nodes are never consolidated';
  }
  switch (policy) {
    case 'WhenEmpty':
      return `only empty nodes go, ${after} after their last pod: running pods are never moved to save`;
    case 'Balanced':
      return `pods are moved when the saving outweighs the disturbance, ${after} after the last pod came or went`;
    default:
      return `empty nodes go and pods are moved onto fewer or cheaper nodes, ${after} after the last pod came or went`;
  }
}

function sayGpu(policy: string, after: string): string {
  if (after === 'Never') {
    return 'GPU nodes stay until they expire, used or not: WhenEmpty after 30m costs less';
  }
  return policy === 'WhenEmpty'
    ? `GPU work is costly to restart, so nodes go only when empty; ${after} of idling bridge the gap to the next job`
    : 'GPU work may be moved at any time: WhenEmpty with some idling (30m) restarts less of it';
}
