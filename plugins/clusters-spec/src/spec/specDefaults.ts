import type { NodePoolSpec } from './nodePoolSchema';

/**
 * Defaults of the spec, as data. Pools have theirs by preset.
 *
 * @public
 */
export const specDefaults = {
  versionProfile: 'stable',
  network: { zones: 3, natGateways: 'single' },
  systemNodes: {
    instanceTypes: ['m6i.large'],
    min: 2,
    max: 4,
    volumeSize: '50Gi',
  },
  logRetentionDays: 90,
  karpenterNamespace: 'kube-system',
} as const;

/**
 * The pools of a spec that names none.
 *
 * @public
 */
export const defaultNodePools: readonly NodePoolSpec[] = [
  { name: 'general', preset: 'general' },
];

/**
 * Defaults of a pool's fields, by preset.
 *
 * @public
 */
export const nodePoolDefaults = {
  general: {
    architectures: ['amd64'],
    instanceCategories: ['m', 'c', 'r'],
    minGeneration: 6,
    capacityTypes: ['spot', 'on-demand'],
    limits: { cpu: '2000', memory: '4000Gi' },
    consolidation: { policy: 'WhenEmptyOrUnderutilized', after: '5m' },
  },
  gpu: {
    architectures: ['amd64'],
    instanceFamilies: ['g5', 'p4d', 'p5'],
    capacityTypes: ['on-demand', 'spot'],
    // Each of the two NodePools gets half of the memory, which is enough for a
    // p5.48xlarge.
    limits: { cpu: '500', memory: '4000Gi', 'nvidia.com/gpu': '100' },
    consolidation: { policy: 'WhenEmpty', after: '30m' },
  },
  custom: {
    architectures: ['amd64'],
    capacityTypes: ['spot', 'on-demand'],
    limits: { cpu: '2000', memory: '4000Gi' },
    consolidation: { policy: 'WhenEmptyOrUnderutilized', after: '5m' },
  },
} as const;

/**
 * Weights of the two pools of `preferOnDemand`.
 *
 * @public
 */
export const SPLIT_WEIGHTS = { onDemand: 20, spot: 10 } as const;
