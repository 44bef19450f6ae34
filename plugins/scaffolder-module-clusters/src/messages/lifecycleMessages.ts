/** Text of the forms that hand a cluster over or take it down. */
export const lifecycleMessages = {
  decommission: {
    drainHint:
      'The first of two pull requests. Node pools launch nothing any more, and every node that Karpenter launched is drained and ended, all at the same time. System nodes, Cilium, Karpenter, the control plane and volumes stay.',
    drain: 'Drain the cluster',
    drains:
      'With this change every node that Karpenter launched is drained and ended.',
    reason: 'Reason (optional)',
    removeHint:
      'The second of two pull requests takes the files of the cluster out of the repository. It is refused while something still runs, and merged last: Terraform destroys the cluster before.',
    remove: 'Remove its files',
    removes:
      'This change takes all generated files of the cluster out of the repository.',
    keep: 'Keep the cluster',
    keeps:
      'The cluster is kept: its node pools get their limits back. Nodes that were drained do not come back by themselves.',
    confirmedGone: 'How you know that nothing runs in it any more',
    confirmedGoneHint:
      'Only where the portal cannot see the cluster, for example because it is destroyed already. It stands in the pull request.',
    notYet: 'The files cannot be removed yet',
    conflicts_one: '1 file was made or edited by hand',
    conflicts_other: '{{count, number}} files were made or edited by hand',
    stillRuns: 'What still runs',
    nodeClaims: 'NodeClaims of Karpenter',
    pods: 'Pods on their nodes',
    held: 'Pods that hold their node now',
    budgets: 'PodDisruptionBudgets that cover pods there',
    volumes: 'Volumes that are attached',
    loadBalancers: 'Services of type LoadBalancer',
  },
  handover: {
    steps: {
      register:
        'Register the cluster with the hub. Argo CD applies nothing yet.',
      handOver:
        'Hand over: Terraform forgets Cilium and Karpenter without uninstalling them, and Argo CD adopts what runs.',
    },
    hints: {
      register:
        'Needs argocd_hub and platform_repository in the variables of the root. The hand-over is a second pull request, once this one is applied.',
      handOver:
        'Merge it only when the last plan of the cluster has nothing to do. Nothing is created anew or pruned; the pull request has a checklist for before and after.',
      takeBack:
        'Argo CD has to let go first: the pull request says in which order.',
    },
    actions: {
      register: 'Register with Argo CD',
      handOver: 'Hand over to Argo CD',
      takeBack: 'Take back from Argo CD',
    },
    takes: {
      register: 'This change registers the cluster with Argo CD.',
      handOver:
        'With this change Argo CD takes over Cilium, Karpenter and node pools.',
      takeBack:
        'With this change Terraform and the script take over Cilium, Karpenter and node pools again.',
    },
  },
} as const;
