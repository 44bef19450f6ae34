/** Text about nodes that stay and pods that wait. */
export const heldMessages = {
  held: {
    title: 'Why is this node still here',
    table: 'Nodes that are to be removed, and what holds them',
    empty: 'No node that is to be removed is held.',
    open: 'Show where the pods of {{node}} would go',
    more_one: 'and 1 more',
    more_other: 'and {{count, number}} more',
    why: { drifted: 'drifted', draining: 'draining' },
    by: {
      pdb: 'PodDisruptionBudget {{by}}',
      'do-not-disrupt': 'do-not-disrupt',
      terminating: 'still terminating',
    },
    columns: {
      node: 'Node',
      why: 'Is to go because',
      heldBy: 'Held by',
      free: 'What frees it',
    },
  },
  pendingPods: {
    title: 'Pods pending',
    table: 'Pods without a node, by cause',
    open: 'Show the pods that wait because: {{cause}}',
    columns: {
      count: 'Pods',
      cause: 'Why they wait',
      since: 'Longest',
      advice: 'What helps',
    },
  },
} as const;
