import { type InstanceType, launchCapacity } from '../instances';
import { compareQuantities, parseQuantity, type Quantity } from '../quantity';

/**
 * Why one node of a type does not fit into the limits of a pool.
 *
 * @public
 */
export type LimitExcess = {
  resource: string;
  /** The amount of the resource that one node counts against the limit. */
  needs: Quantity;
  /** The limit as it is written. */
  limit: string;
};

/**
 * The limits that one node of a type exceeds. Karpenter excludes a type whose
 * capacity exceeds what is left of any limit, so a type that exceeds the whole
 * limit is never launched.
 *
 * @public
 */
export function limitExcesses(
  type: InstanceType,
  limits: Readonly<Record<string, string>>,
): LimitExcess[] {
  const capacity = launchCapacity(type);
  return Object.entries(limits).flatMap(([resource, limit]) => {
    const needs = Object.hasOwn(capacity, resource)
      ? capacity[resource]
      : undefined;
    return needs && compareQuantities(needs, parseQuantity(limit)) > 0
      ? { resource, needs, limit }
      : [];
  });
}

/**
 * Whether one node of a type is within limits.
 *
 * @public
 */
export function isWithin(
  type: InstanceType,
  limits: Readonly<Record<string, string>>,
): boolean {
  return limitExcesses(type, limits).length === 0;
}
