/** Text of the menu that changes a cluster. */
export const changeMessages = {
  change: {
    menu: 'Change',
    edit: 'Edit',
    pool: 'Add or change a node pool',
    upgrade: 'Upgrade',
    images: 'Refresh node images',
    freeze: 'Freeze disruption',
    handover: 'Hand over to Argo CD',
    decommission: 'Decommission',
    findings: {
      pool: 'Raise the limit in cluster.yaml',
      budget: 'Change the budget in cluster.yaml',
      images: 'Take newer images in cluster.yaml',
      upgrade: 'Upgrade in cluster.yaml',
      edit: 'Add an address range in cluster.yaml',
    },
    differences: {
      mend: 'Mend cluster.yaml',
      remove: 'Remove the files in git',
    },
  },
  decommission: {
    titles: {
      marked: 'This cluster is to be taken down',
      draining: 'This cluster is being drained',
      ready: 'This cluster is drained and ready to be removed',
      destroyed: 'This cluster is destroyed; its files are still in git',
    },
    texts: {
      marked:
        'Git says so; its node pools are not marked yet. The next apply marks and drains them.',
      draining:
        'Its node pools launch nothing, and the nodes that Karpenter launched are going. Pods without a node are expected.',
      ready:
        'No node of Karpenter is left. Look for load balancers and volumes, let Terraform destroy the cluster, and remove its files with a second pull request.',
      destroyed:
        'Terraform has nothing of it any more, or never had. A pull request removes its files.',
    },
    next: 'Remove or keep the cluster',
  },
  freeze: {
    title: 'Disruption is frozen until {{time}}',
    overdueTitle: 'The freeze of disruption is overdue since {{time}}',
    text: 'Karpenter replaces no node voluntarily. Nodes that expire, are interrupted or are repaired leave all the same.',
    overdueText:
      'A change that takes it out of git ends it: Karpenter then replaces what has drifted meanwhile, within the budgets.',
    willOpen:
      'At that time the portal opens the pull request that ends the freeze.',
    willNotOpen:
      'Somebody has to end it then: the portal does not open the pull request by itself.',
    opensSoon: 'The portal opens the pull request within minutes.',
    opened: 'The portal opened the pull request: merge it.',
    failed:
      'The portal could not open the pull request, and tries again: {{problem}}',
    onlyPerson:
      'Somebody has to do that: the portal does not open the pull request by itself, because it writes to git only with the credentials of people, or because the cluster is in no platform repository.',
    pullRequest: 'Pull request that ends it',
    end: 'End the freeze',
  },
} as const;
