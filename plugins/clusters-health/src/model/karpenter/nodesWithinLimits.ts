import {
  type NodeClaimFacts,
  type NodePoolFacts,
  quantityToNumber,
} from '../../kinds';

/**
 * How many more nodes the limits of a pool allow, if new nodes have the average
 * size of the present ones.
 *
 * @returns undefined without limits, without nodes, and for a static pool
 */
export function nodesWithinLimits(
  pool: NodePoolFacts,
  claims: readonly NodeClaimFacts[],
): number | undefined {
  if (pool.replicas !== undefined) {
    return undefined;
  }
  const counts = Object.entries(pool.limits).flatMap(([resource, text]) => {
    const limit = quantityToNumber(text);
    const used = quantityToNumber(pool.resources[resource] ?? '');
    const size = resource === 'nodes' ? 1 : meanSize(claims, resource);
    return limit === undefined || used === undefined || size === undefined
      ? []
      : Math.max(0, Math.floor((limit - used) / size));
  });
  return counts.length > 0 ? Math.min(...counts) : undefined;
}

function meanSize(
  claims: readonly NodeClaimFacts[],
  resource: string,
): number | undefined {
  const sizes = claims.flatMap(({ capacity }) => {
    const size = quantityToNumber(capacity[resource] ?? '');
    return size !== undefined && size > 0 ? size : [];
  });
  return sizes.length > 0
    ? sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    : undefined;
}
