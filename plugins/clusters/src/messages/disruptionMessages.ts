/** Text of what budgets allow, and of what a drain would do. */
export const disruptionMessages = {
  disruption: {
    title: 'Disruption',
    legend:
      'How many nodes of each pool may be replaced at the same time, by its budgets: seven days in UTC, which begin today. The vertical line is now; where only the lower line is, no node may go.',
    table: 'Nodes that may be disrupted at the same time, this week',
    reasons: 'Reasons',
    from: 'From',
    until: 'Until',
    nodes: 'Nodes at once',
    now: '{{nodes}} now',
    opens: 'opens {{time}}',
    notThisWeek: 'and not before the week is over',
    span: '{{nodes}} nodes, {{from}} until {{until}}',
    noNodes: 'The pool has no nodes.',
    unknown: 'NodeClaims could not be read.',
    notDrawn:
      'Its budgets cannot be read, or change too often to be drawn: see the NodePool.',
  },
} as const;
