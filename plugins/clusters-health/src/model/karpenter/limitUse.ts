import { type NodePoolFacts, parseQuantity } from '../../kinds';

/** How much of one of its limits a NodePool uses. */
export interface LimitUse {
  resource: string;
  limit: string;
  used: string;
  percent: bigint;
}

/** From this percentage on, no further node fits. */
export const FULL = BigInt(100);

/**
 * How much of each of its limits a pool uses; limits or usage without a valid
 * quantity are left out. Static pools have `limits.nodes` only.
 */
export function limitUses(pool: NodePoolFacts): LimitUse[] {
  return Object.entries(pool.limits).flatMap(([resource, limit]) => {
    const used =
      pool.resources[resource] ??
      (resource === 'nodes' && pool.nodes !== undefined
        ? String(pool.nodes)
        : undefined) ??
      // A resource is not listed until an instance of the pool has had it.
      (Object.keys(pool.resources).length > 0 ? '0' : undefined);
    const limitNano = parseQuantity(limit);
    const usedNano = used === undefined ? undefined : parseQuantity(used);
    if (limitNano === undefined || usedNano === undefined) {
      return [];
    }
    return [
      {
        resource,
        limit,
        used: used ?? '0',
        percent: percent(usedNano, limitNano),
      },
    ];
  });
}

function percent(used: bigint, limit: bigint): bigint {
  if (limit <= BigInt(0)) {
    return FULL;
  }
  return (used * FULL) / limit;
}
