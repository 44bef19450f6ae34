/** Text of the cards on other entities, and of the catalog's filters, in German. */
export const relatedDe = {
  'catalog.clusterHealth': 'Zustand des Clusters',
  'catalog.clusterEnvironment': 'Umgebung',
  'catalog.clusterRegion': 'Region',
  'catalog.clusterKubernetes': 'Kubernetes',
  'related.title': 'Cluster',
  'related.list': 'Cluster, die schlechtesten zuerst',
  'related.none': 'Kein sichtbarer Cluster.',
  'related.well_one': 'Dem Cluster geht es gut.',
  'related.well_other': 'Allen {{count, number}} Clustern geht es gut.',
  'related.unwell_one': 'Dem Cluster geht es nicht gut, oder es ist unbekannt.',
  'related.unwell_other':
    '{{unwell}} von {{count, number}} Clustern geht es nicht gut, oder es ist unbekannt.',
  'related.all': 'Alle auf der Flottenseite zeigen',
};
