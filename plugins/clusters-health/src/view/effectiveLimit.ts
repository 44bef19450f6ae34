import { EffectiveLimitView } from '@clusterworks/plugin-clusters-common';
import { NodePoolFacts, quantityToNumber } from '../snapshot';
import { Look } from './Look';

/**
 * Whether a pool can still grow: the smallest node that was seen in it against
 * what is left of each limit. A percentage does not say so: Karpenter refuses
 * what does not fit whole (facts/karpenter-observed.md 12).
 *
 * @returns the resource that stops the pool first; `undefined` without limits,
 * without nodes to compare with, or when NodeClaims could not be read
 */
export function effectiveLimit(
  look: Look,
  pool: NodePoolFacts,
): EffectiveLimitView | undefined {
  if (look.snapshot.resources.nodeclaims.state !== 'ok') {
    return undefined;
  }
  const claims = look.index.claimsByPool().get(pool.name) ?? [];
  let tightest: EffectiveLimitView | undefined;
  for (const [resource, text] of Object.entries(pool.limits)) {
    const limit = quantityToNumber(text);
    const used = quantityToNumber(pool.resources[resource] ?? '0');
    const sizes = claims.flatMap(claim => {
      const size = quantityToNumber(claim.capacity[resource] ?? '');
      return size !== undefined && size > 0 ? size : [];
    });
    if (limit !== undefined && used !== undefined && sizes.length > 0) {
      const smallestNode = Math.min(...sizes);
      const left = limit - used;
      const candidate = {
        resource,
        left,
        smallestNode,
        fits: left >= smallestNode,
      };
      if (!tightest || nodesLeft(candidate) < nodesLeft(tightest)) {
        tightest = candidate;
      }
    }
  }
  return tightest;
}

function nodesLeft(limit: EffectiveLimitView): number {
  return limit.left / limit.smallestNode;
}
