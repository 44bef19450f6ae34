/** Text of the page of address ranges. */
export const ledgerMessages = {
  ledger: {
    title: 'Addresses',
    back: 'All clusters',
    download: 'Download CSV',
    filter: 'Filter ranges',
    noOverlap: 'No two clusters share addresses.',
    overlap_one:
      '{{count, number}} range shares addresses with another, first {{cidr}} of {{cluster}}.',
    overlap_other:
      '{{count, number}} ranges share addresses with others, first {{cidr}} of {{cluster}}.',
    unknown_one: 'The ranges of 1 cluster are not known',
    unknown_other: 'The ranges of {{count, number}} clusters are not known',
    table: 'Ranges of addresses of all clusters',
    emptyTitle: 'No range matches',
    free: 'Free ranges',
    untaken: 'Ranges that are not known to be taken',
    freeTable: 'Private ranges that no cluster has',
    freeText:
      'Private ranges with at least 1,024 addresses, the largest first.',
    noFree: 'What is free is not known',
    none: 'none',
    overlapText: '{{cluster}} {{cidr}}',
    sameVpc: '{{cluster}} {{cidr}} (may be the same VPC)',
    more: '{{total}} more',
    kind: {
      vpc: 'VPC',
      secondary: 'VPC, secondary',
      pod: 'Pods',
      service: 'Services',
      mesh: 'Mesh',
    },
    columns: {
      cidr: 'Range',
      kind: 'For',
      addresses: 'Addresses',
      cluster: 'Cluster',
      owner: 'Owner',
      environment: 'Environment',
      region: 'Region',
      overlaps: 'Overlaps',
    },
  },
} as const;
