import {
  type InstanceType,
  type PodDensity,
  podDensity,
} from '@clusterworks/plugin-clusters-spec';
import type { AddressMode, TypeChoice } from './candidateTypes';

/**
 * Whether the kubelet of a pool's nodes has a setting for a density per core.
 */
export function knowsPodsPerCore({
  amiFamily,
}: Pick<TypeChoice, 'amiFamily'>): boolean {
  return amiFamily !== 'bottlerocket';
}

/** The kubelet settings for the number of pods on nodes of these types. */
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
