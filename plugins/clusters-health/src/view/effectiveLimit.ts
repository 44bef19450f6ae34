import type { EffectiveLimitView } from '@clusterworks/plugin-clusters-common';
import type { NodePoolFacts } from '../kinds';
import { quantityToNumber } from '../kinds';
import {
  launchableTypes,
  smallestCpus,
} from '../model/karpenter/launchableTypes';
import type { Look } from './Look';

/**
 * Whether a pool can still grow: compares the smallest node that the pool may
 * launch, else the smallest node seen in the pool, with the remainder of each
 * limit. A percentage does not show this: Karpenter refuses a node that does
 * not fit completely.
 *
 * @returns the resource that stops the pool first; `undefined` without limits,
 * or without a node to compare with
 */
export function effectiveLimit(
  look: Look,
  pool: NodePoolFacts,
): EffectiveLimitView | undefined {
  let tightest: EffectiveLimitView | undefined;
  for (const [resource, text] of Object.entries(pool.limits)) {
    const limit = quantityToNumber(text);
    const used = quantityToNumber(pool.resources[resource] ?? '0');
    const smallest = smallestNode(look, pool, resource);
    if (limit !== undefined && used !== undefined && smallest) {
      const left = limit - used;
      const { size, from } = smallest;
      const fits = left >= size;
      const candidate = { resource, left, smallestNode: size, fits, from };
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

function smallestNode(
  look: Look,
  pool: NodePoolFacts,
  resource: string,
): { size: number; from: EffectiveLimitView['from'] } | undefined {
  if (resource === 'nodes') {
    return { size: 1, from: 'requirements' };
  }
  const launchable =
    resource === 'cpu' ? smallestCpus(launchableTypes(pool)) : undefined;
  if (launchable !== undefined) {
    return { size: launchable, from: 'requirements' };
  }
  const seen = smallestSeen(look, pool, resource);
  return seen === undefined ? undefined : { size: seen, from: 'seen' };
}

function smallestSeen(
  look: Look,
  pool: NodePoolFacts,
  resource: string,
): number | undefined {
  if (look.snapshot.resources.nodeclaims.state !== 'ok') {
    return undefined;
  }
  const sizes = (look.index.claimsByPool().get(pool.name) ?? []).flatMap(
    ({ capacity }) => {
      const size = quantityToNumber(capacity[resource] ?? '');
      return size !== undefined && size > 0 ? size : [];
    },
  );
  return sizes.length > 0 ? Math.min(...sizes) : undefined;
}
