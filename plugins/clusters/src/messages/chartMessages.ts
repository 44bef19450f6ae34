/** Text of charts. */
export const chartMessages = {
  chart: {
    asTable: 'Show as table',
  },
  strip: {
    unrecorded: 'not recorded',
    mostPending_one: 'at most 1 pod pending',
    mostPending_other: 'at most {{count}} pods pending',
    pendingColumn: 'Most pods pending',
    summary: 'Last 24 hours: {{spans}}',
    table: 'Verdicts of the last 24 hours, in quarters of an hour',
    asTable: 'Show the last 24 hours as table',
    column: '24 h ago … now',
  },
  day: {
    title: 'Last 24 hours',
    label: 'Time within the last 24 hours',
    hint: 'Point at the chart, tap it, or move with the arrow keys.',
    nodes: 'Nodes',
    pending: 'Pods pending',
    changes: 'Nodes came, went',
    other: 'other nodes',
    table: 'Values of the last 24 hours',
    time: 'Time',
    verdict: 'Verdict',
    room: 'Addresses left in subnets, at most',
    nodeCount_one: '1 node',
    nodeCount_other: '{{count}} nodes',
    podCount_one: '1 pod pending',
    podCount_other: '{{count}} pods pending',
    came: '+{{number}} nodes',
    went: '−{{number}} nodes',
    changesNote:
      'Nodes that came and went between two records, five minutes apart by default, cancel out.',
  },
} as const;
