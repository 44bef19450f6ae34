/** Texts of the first questions and of the address space in the form of a new cluster. */
export const addressMessages = {
  choice: {
    used: 'In use',
    others: 'Others',
    description: 'Description (optional)',
    environment: {
      label: 'Environment',
      description: 'Folder of the platform repository, such as dev or prod.',
    },
    region: {
      label: 'AWS region',
      description: 'Where the cluster runs; it cannot be changed later.',
    },
    owner: {
      label: 'Owner',
      description: 'Group that answers for the cluster.',
    },
    system: {
      label: 'System (optional)',
      description: 'System of the catalog that the cluster belongs to.',
    },
  },
  cidr: {
    label: 'VPC CIDR',
    description: 'A private network, /16 to /22, that no other cluster uses.',
    overlap:
      '{{cidr}} of {{name}} overlaps {{taken}} of {{owner}}: the two could never be connected.',
    overlapReserved: '{{cidr}} overlaps {{taken}}, reserved for {{owner}}.',
    overlapChange:
      '{{cidr}} of {{name}} overlaps {{taken}}, which {{owner}} gets by',
    acknowledge: 'Why the two may share addresses',
    acknowledgeHint:
      'This portal allows the overlap to whoever gives a reason. It stands in the pull request.',
    free: '{{cidr}} is free in the whole fleet.',
    notTaken:
      '{{cidr}} is not taken as far as it is known: {{reason}}. So it is not said to be free.',
    prone: 'Other networks often have this range too: {{cause}}.',
    causes: {
      firstChoice: 'the first choice of many',
      services: 'Services of Kubernetes',
      docker: 'bridges of Docker',
      defaultVpc: 'the VPC that AWS makes by default',
      home: 'networks at home',
      carrier: 'carriers and pods outside of VPCs',
    },
    size: 'Size',
    sizeOf: '/{{prefix}} · {{addresses}} addresses',
    propose: 'Use the next free block, {{cidr}}',
    unknown:
      'The blocks of other clusters could not be read, so overlaps were not checked.',
    unknownClusters_one: 'The addresses of 1 cluster are not known: {{names}}.',
    unknownClusters_other:
      'The addresses of {{count, number}} clusters are not known: {{names}}.',
    moreNames: '{{names}} and {{more}} more',
    ranges: 'Private ranges',
    space: 'Parts of {{range}}',
    blocks: 'Blocks of {{range}}',
    open: '{{cidr}}, {{content}}: open it',
    choose: '{{cidr}}, free: choose it',
    full: '{{cidr}}, {{content}}',
    chosenHere: 'this cluster',
    empty: 'free',
    reservedFor: 'reserved for {{name}}',
    proposedFor: '{{name}}, in pull request {{number}}',
    legend: {
      cluster: 'a cluster',
      pullRequest: 'in an open pull request',
      reserved: 'reserved',
      chosen: 'this cluster',
      free: 'free',
    },
    table: 'Show as table',
    tableTitle: 'Blocks that are taken or reserved, and what is free',
    cidr: 'Block',
    what: 'What has it',
    use: 'Use {{cidr}}',
    addresses: 'Addresses',
  },
} as const;
