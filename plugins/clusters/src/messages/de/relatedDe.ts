/** Text of the cards on entities that have to do with clusters, in German. */
export const relatedDe = {
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
