import type { NodePoolFormValues } from '@clusterworks/plugin-clusters-spec';

/**
 * A pool with another preset. What depends on the preset, the instance types
 * and the order of capacity types, starts with its defaults; all else stays.
 */
export function withPreset(
  pool: NodePoolFormValues,
  preset: NodePoolFormValues['preset'],
): NodePoolFormValues {
  const {
    instanceCategories: _categories,
    instanceFamilies: _families,
    capacityTypes: _capacity,
    preferOnDemand: _order,
    gpuLimit: _gpus,
    ...kept
  } = pool;
  return { ...kept, preset };
}
