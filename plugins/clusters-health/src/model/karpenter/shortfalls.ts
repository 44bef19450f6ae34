import { HOUR } from '../durations';
import type { ClusterState } from '../ClusterState';
import { type NodeClaimFacts, quantityToNumber } from '../../kinds';
import { eventsOf } from './karpenterEvents';

/** A resource of which a node has less than Karpenter expected. */
export interface Shortfall {
  resource: string;
  expected: string;
  found: string;
}

/** Karpenter's message: `expected 29 of resource pods, but found 18 (…)`. */
const MESSAGE =
  /expected (\S{1,40}) of resource (\S{1,63}), but found (\S{1,40})/;
/** Karpenter reports a shortfall below 90 %. */
const ENOUGH = 0.9;

/**
 * The resources of which a node has less than was launched, according to
 * Karpenter's events, else by comparing the capacity of the NodeClaim with that
 * of the Node.
 */
export function shortfalls(
  cluster: ClusterState,
  claim: NodeClaimFacts,
): Shortfall[] {
  const told = eventsOf(cluster, 'NodeClaim', claim.name, HOUR)
    .filter(({ reason }) => reason === 'FailedConsistencyCheck')
    .flatMap(({ message }) => {
      const [, expected, resource, found] = MESSAGE.exec(message) ?? [];
      return resource === undefined ? [] : { resource, expected, found };
    });
  const all = told.length > 0 ? told : compared(cluster, claim);
  const seen = new Set<string>();
  return all.filter(({ resource }) => {
    const first = !seen.has(resource);
    seen.add(resource);
    return first;
  });
}

function compared(cluster: ClusterState, claim: NodeClaimFacts): Shortfall[] {
  const node = cluster.index.nodeByName().get(claim.nodeName ?? '');
  if (!node) {
    return [];
  }
  return Object.entries(claim.capacity).flatMap(([resource, expected]) => {
    const found = node.capacity[resource];
    const wanted = quantityToNumber(expected);
    const has = quantityToNumber(found ?? '');
    return found !== undefined &&
      wanted !== undefined &&
      has !== undefined &&
      has < ENOUGH * wanted
      ? { resource, expected, found }
      : [];
  });
}
