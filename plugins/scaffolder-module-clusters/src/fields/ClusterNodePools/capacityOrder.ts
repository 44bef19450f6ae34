import type { NodePoolFormValues } from '@clusterworks/plugin-clusters-spec';

/** In which order Karpenter will take capacity, as a key of the text. */
export function capacityOrder(
  types: NonNullable<NodePoolFormValues['capacityTypes']>,
  preferOnDemand: boolean,
): 'spotFirst' | 'onDemandFirst' | 'spot' | 'onDemand' {
  if (types.length === 1) {
    return types[0] === 'spot' ? 'spot' : 'onDemand';
  }
  return preferOnDemand ? 'onDemandFirst' : 'spotFirst';
}
