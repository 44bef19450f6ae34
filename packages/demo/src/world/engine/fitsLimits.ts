import {
  compareQuantities,
  parseQuantity,
} from '@clusterworks/plugin-clusters-spec';
import { InstanceFacts } from '../model/instanceFacts';
import { PoolPlan } from '../model/WorldPlan';
import { PoolUsage } from '../render/karpenterObjects';
import { capacityKi } from '../render/machineResources';

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
  return Object.entries(wanted).every(([resource, quantity]) => {
    const limit = limits[resource];
    return (
      limit === undefined ||
      compareQuantities(
        parseQuantity(quantity),
        parseQuantity(String(limit)),
      ) <= 0
    );
  });
}
