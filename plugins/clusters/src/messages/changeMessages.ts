/** Text of the menu that changes a cluster. */
export const changeMessages = {
  change: {
    menu: 'Change',
    edit: 'Edit',
    pool: 'Add or change a node pool',
    upgrade: 'Upgrade',
    images: 'Refresh node images',
    freeze: 'Freeze disruption',
    findings: {
      pool: 'Raise the limit in cluster.yaml',
      images: 'Take newer images in cluster.yaml',
      upgrade: 'Upgrade in cluster.yaml',
    },
  },
  freeze: {
    title: 'Disruption is frozen until {{time}}',
    overdueTitle: 'The freeze of disruption is overdue since {{time}}',
    text: 'Karpenter replaces no node voluntarily. Nodes that expire, are interrupted or are repaired leave all the same.',
    overdueText:
      'It does not end by itself. A change that takes it out ends it: Karpenter then replaces what has drifted meanwhile, within the budgets.',
    end: 'End the freeze',
  },
} as const;
