import {
  capacityKi,
  type InstanceFacts,
  type PoolUsage,
} from '@clusterworks/kube-fixtures';
import {
  compareQuantities,
  parseQuantity,
} from '@clusterworks/plugin-clusters-spec';
import type { PoolPlan } from '../plan/PoolPlan';

/** Whether a pool's limits leave room for one more node. */
export function fitsLimits(
  pool: PoolPlan,
  usage: PoolUsage,
  next: InstanceFacts,
): boolean {
  const { limits = {} } = pool.spec as { limits?: Record<string, unknown> };
  const wanted: Record<string, string> = {
    cpu: String(usage.cpus + next.cpus),
    memory: `${usage.memoryKi + capacityKi(next)}Ki`,
    nodes: String(usage.nodes + 1),
    pods: String(usage.pods + next.maxPods),
    'nvidia.com/gpu': String(usage.gpus + next.gpus),
  };
  return Object.entries(limits).every(
    ([resource, limit]) =>
      wanted[resource] === undefined ||
      compareQuantities(
        parseQuantity(wanted[resource]),
        parseQuantity(String(limit)),
      ) <= 0,
  );
}
