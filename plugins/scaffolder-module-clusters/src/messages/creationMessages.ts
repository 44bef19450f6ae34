/** Text of the comparison of a new cluster with its platform repository. */
export const creationMessages = {
  creation: {
    comparing: 'Comparing with the platform repository',
    against: 'Compared with {{repository}}',
    nothing: 'The repository has this cluster already: nothing would change.',
    shared_one:
      '1 of them is shared by all clusters: this is the first cluster of the repository.',
    shared_other:
      '{{count, number}} of them are shared by all clusters: this is the first cluster of the repository.',
    all_one: 'The cluster’s file as a whole',
    all_other: 'All {{count, number}} files of the cluster, as a whole',
    refused: 'The pull request would be refused: {{reason}}',
    unread:
      'Not compared with the platform repository, so it is not known which of these files are there already: {{reason}}',
    open: 'A pull request that creates a cluster of this name is open. This one would update it; of another person’s, only members of its owner may.',
  },
} as const;
