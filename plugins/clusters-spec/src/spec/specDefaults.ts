/** Defaults of the spec, as data. Pools have theirs by preset. */
export const specDefaults = {
  versionProfile: 'stable',
  network: { zones: 3, natGateways: 'single' },
  systemNodes: { instanceTypes: ['m6i.large'], min: 2, max: 4 },
  karpenterNamespace: 'kube-system',
} as const;

/** Defaults of a pool's fields, by preset. */
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
    // Half of the memory, which each of its two pools gets, holds a p5.48xlarge.
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

/** Weights of the two pools of `preferOnDemand`. */
export const SPLIT_WEIGHTS = { onDemand: 20, spot: 10 } as const;
