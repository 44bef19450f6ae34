import {
  compareQuantities,
  formatSpecPath,
  isWithin,
  limitExcesses,
  namedTypes,
  type NamedTypes,
  type Quantity,
} from '@clusterworks/plugin-clusters-spec';
import { writtenAmount } from '../karpenter/writtenAmount';
import type { NewClusterRule } from './NewClusterIssue';

type Limits = Readonly<Record<string, string>>;

/**
 * Limits that every type of a family exceeds, and the smallest limits that
 * would be enough.
 */
function tooLow({ types }: NamedTypes, limits: Limits): [string, Quantity][] {
  if (types.some(type => isWithin(type, limits))) {
    return [];
  }
  // The type that comes nearest shows which limits have to be raised.
  const [nearest] = types
    .map(type => ({ type, excesses: limitExcesses(type, limits) }))
    .sort(
      (a, b) =>
        a.excesses.length - b.excesses.length ||
        (a.type.vcpus ?? 0) - (b.type.vcpus ?? 0),
    );
  return nearest.excesses.map(({ resource, needs }) => [resource, needs]);
}

/**
 * A family or type that a pool names although the full limit does not allow a
 * single node of it. Such a spec is certainly a mistake.
 */
export const limitsTooLow: NewClusterRule = ({ spec }) =>
  spec.karpenter.nodePools.flatMap((pool, index) => {
    const lacking = new Map<string, { least: Quantity; names: string[] }>();
    for (const named of namedTypes(pool, spec.cilium)) {
      for (const [resource, least] of tooLow(named, pool.limits)) {
        const before = lacking.get(resource);
        const isMost = !before || compareQuantities(least, before.least) > 0;
        lacking.set(resource, {
          least: isMost ? least : before.least,
          names: [...(before?.names ?? []), named.name],
        });
      }
    }
    return [...lacking].map(([resource, { least, names }]) => ({
      code: 'limits-too-low',
      path: formatSpecPath([
        'spec',
        'karpenter',
        'nodePools',
        index,
        'limits',
        resource,
      ]),
      message: `"${pool.limits[resource]}" never launches ${names.join(
        ', ',
      )}, which the pool names; the least that works is "${writtenAmount(
        resource,
        least,
      )}"`,
    }));
  });
