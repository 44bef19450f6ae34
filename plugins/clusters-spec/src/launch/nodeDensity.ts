import { type InstanceType, type PodDensity, podDensity } from '../instances';
import type { AddressMode, TypeChoice } from './candidateTypes';

/**
 * Whether the kubelet of a pool's nodes has a setting for a density per core.
 *
 * @public
 */
export function knowsPodsPerCore({
  amiFamily,
}: Pick<TypeChoice, 'amiFamily'>): boolean {
  return amiFamily !== 'bottlerocket';
}

/**
 * The kubelet settings for the number of pods on nodes of these types.
 *
 * @public
 */
export function nodeDensity(
  types: readonly InstanceType[],
  pool: Pick<TypeChoice, 'amiFamily'>,
  { prefixDelegation }: AddressMode,
): PodDensity {
  return podDensity(types, {
    prefixDelegation,
    perCore: knowsPodsPerCore(pool),
  });
}
