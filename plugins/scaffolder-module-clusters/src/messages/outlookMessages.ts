/** Texts about what a node pool may launch. */
export const outlookMessages = {
  outlook: {
    title: 'What it may launch',
    poolTitle: 'What pool {{pool}} may launch',
    nodePool: 'NodePool {{pool}}',
    picture: 'Instance types of {{pool}}, by family and vCPUs',
    vcpus: 'vCPU',
    excludedTypes: 'beyond a limit: {{types}}',
    families: 'Families',
    nothing: 'none: no instance type that is known fits',
    examples: 'Examples, small to large',
    largest: 'Largest node',
    size: '{{name}}: {{vcpus}} vCPU, {{memory}} GiB',
    sizeOfCpu: '{{name}}: {{vcpus}} vCPU',
    pods: 'Pods for each node',
    beyond: 'Never launched, because of limit {{limit}}',
    leftOut: 'Never launched, because they have addresses for a few pods only',
    legend:
      'A number says how many instance types there are. Yellow: a limit excludes some; dashed: a limit excludes all.',
    order: 'In which order Karpenter tries',
    spot: '{{pool}}, spot: EC2 weighs price against the risk of interruption',
    onDemand: '{{pool}}, on-demand: the lowest price first',
    weight: '(weight {{weight}})',
    prices:
      'Only types that fit the waiting pods count. Their prices are not known here, so the first type is not named.',
  },
} as const;
