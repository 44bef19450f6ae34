/** Text of the cards on other entities, and of the catalog's filters. */
export const relatedMessages = {
  catalog: {
    clusterHealth: 'Cluster health',
    clusterEnvironment: 'Environment',
    clusterRegion: 'Region',
    clusterKubernetes: 'Kubernetes',
  },
  related: {
    title: 'Clusters',
    list: 'Clusters, the worst first',
    none: 'No cluster that you may see.',
    well_one: 'The cluster is well.',
    well_other: 'All {{count, number}} clusters are well.',
    unwell_one: 'The cluster is not well, or not known.',
    unwell_other:
      '{{unwell}} of {{count, number}} clusters are not well, or not known.',
    all: 'Show all on the fleet page',
  },
} as const;
