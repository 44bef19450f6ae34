import { type InstanceType, type PodDensity, podDensity } from '../instances';
import {
  type AddressMode,
  knowsPodsPerCore,
  type TypeChoice,
} from './candidateTypes';

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
