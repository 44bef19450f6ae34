/** Text of the page that opens captures, in German. */
export const replayDe = {
  'replay.title': 'Aufnahme öffnen',
  'replay.drop':
    'Eine Aufnahme eines Clusters hierher ziehen, oder Ausgaben von „kubectl get … -o json“.',
  'replay.stays':
    'Die Aufnahme wird in diesem Browser beurteilt und zeigt den Cluster, wie er damals war. Nichts wird hochgeladen, und nichts lässt sich ändern.',
  'replay.choose': 'Dateien wählen',
  'replay.close': 'Aufnahme schließen',
  'replay.failed': 'Diese Dateien ließen sich nicht öffnen',
  'replay.of': 'Aufnahme von {{cluster}}',
  'replay.mark':
    'So war der Cluster am {{time}}, beurteilt in diesem Browser. Es ist nicht der Cluster von jetzt.',
  'replay.overview': 'Überblick',
  'replay.captured': 'Aufnahme',
  'replay.noHistory':
    'Eine Aufnahme ist ein Augenblick und hat keine Geschichte.',
};
