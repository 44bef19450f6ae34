/** Text that all pages share, in German. */
export const commonDe = {
  'verdict.healthy': 'Gesund',
  'verdict.degraded': 'Beeinträchtigt',
  'verdict.critical': 'Kritisch',
  'verdict.unknown': 'Unbekannt',
  'phase.building': 'Im Aufbau',
  'phase.running': 'In Betrieb',
  'phase.draining': 'Wird abgebaut',
  'phase.drained': 'Geleert, wird entfernt',
  'severity.info': 'Hinweis',
  'severity.warning': 'Warnung',
  'severity.critical': 'Kritisch',
  'stage.launching': 'startet',
  'stage.registering': 'meldet sich an',
  'stage.network': 'wartet auf das Netzwerk',
  'stage.initializing': 'wird initialisiert',
  'stage.ready': 'bereit',
  'stage.notReady': 'nicht bereit',
  'stage.cordoned': 'gesperrt',
  'stage.draining': 'wird geleert',
  'age.live': 'aktuell',
  'age.connecting': 'verbindet',
  'age.stale': 'veraltet {{duration}}',
  'age.noAccess': 'kein Zugriff',
  'age.unreachable': 'unerreichbar',
  'age.unreachableFor': 'unerreichbar {{duration}}',
  'age.noCredentials': 'keine Zugangsdaten',
  'age.notProvisioned': 'nicht angelegt',
  'age.notRead': 'nicht gelesen',
  'age.seenAt': 'Neueste Daten: {{time}}',
  'time.ago': 'vor {{duration}}',
  'time.atLeastSince': 'mindestens seit {{time}}',
  'copy.label': 'Befehl kopieren',
  'copy.done': 'Kopiert',
  'claims.nameTakenTitle':
    'Abgewiesen: Ein anderer Cluster hat diesen Namen bereits',
  'claims.nameTakenText':
    'Der Name {{name}} gehört {{holder}}. Namen sind im Portal eindeutig, unabhängig von Groß- und Kleinschreibung. Dieser Cluster wird erst gelesen, wenn er einen anderen Namen hat.',
  'claims.hidden': 'Ein anderer Cluster',
  'claims.nameTakenOther':
    '{{other}} beansprucht diesen Namen ebenfalls und wird abgewiesen',
  'claims.sameClusterTitle': 'Dieser Cluster ist zweimal beschrieben',
  'claims.sameClusterText':
    'Es ist derselbe EKS-Cluster wie {{holder}}; gelesen und angezeigt wird nur jener.',
  'claims.sameClusterOther':
    '{{other}} beschreibt diesen Cluster ebenfalls und wird nicht gelesen',
  'claims.clusterIdTitle':
    'Abgewiesen: Ein anderer Cluster hat diesen EKS-Namen bereits',
  'claims.clusterIdText':
    '{{holder}} fordert Token für denselben EKS-Cluster bei einem anderen API-Server an.',
  'claims.clusterIdOther':
    '{{other}} fordert Token für diesen EKS-Cluster bei einem anderen API-Server an und wird abgewiesen',
  'state.loading': 'Wird geladen',
  'state.retry': 'Erneut versuchen',
  'state.errorTitle': 'Das konnte nicht geladen werden',
  'state.errorStale':
    'Die letzte Anfrage ist fehlgeschlagen; die Anzeige ist {{duration}} alt.',
  'state.staleTitle': 'Nicht aktuell: {{reason}}',
  'state.forbiddenTitle': 'Keine Berechtigung',
  'state.forbiddenText':
    'Um Cluster zu lesen, ist die Berechtigung clusters.cluster.read nötig; die Verantwortlichen des Portals vergeben sie.',
  'state.clusterForbiddenTitle':
    'Das Portal hat keinen Zugriff auf diesen Cluster',
  'state.clusterForbiddenText':
    'Der API-Server hat das Portal abgewiesen. Nötig ist eine Bindung der ClusterRole clusterworks-reader an die Gruppe clusterworks:readers; die Regel liegt im Overlay des Clusters.',
  'state.noCredentialsTitle':
    'Das Portal hat keine Zugangsdaten für diesen Cluster',
  'state.noCredentialsText':
    'Der API-Server wurde nicht gefragt. Die Zugangsdaten des Portals sind unter aws konfiguriert oder kommen von der Maschine, auf der es läuft.',
  'state.notReadTitle': 'Das Portal liest diesen Cluster nicht',
  'state.notReadText':
    'Nur Cluster mit dem Auth-Provider aws werden gelesen. Der Reiter Kubernetes funktioniert bei diesem Cluster wie bisher.',
  'state.unreachableTitle': 'Der API-Server ist nicht erreichbar',
  'state.connectingTitle': 'Der Cluster wird zum ersten Mal gelesen',
  'state.connectingText': 'Das erste Lesen dauert einige Sekunden.',
  'state.notProvisionedTitle': 'Noch nicht angelegt',
  'state.notProvisionedText':
    'Der Cluster ist in git beschrieben, aber Terraform hat seinen Endpunkt noch nicht veröffentlicht (status.yaml). Spätestens eine Minute danach erscheint der Cluster hier von selbst.',
  'state.notInstalledTitle':
    '{{component}} ist auf diesem Cluster nicht installiert',
  'state.notInstalledText':
    'Der API-Server kennt die Ressourcentypen nicht. Nach der Installation füllt sich diese Seite von selbst.',
  'state.notFoundTitle': 'Das Backend kennt diesen Cluster nicht',
  'state.notFoundText':
    'Die Entität ist im Katalog, aber das Clusters-Backend beobachtet sie nicht. Nach der Registrierung wird sie innerhalb einer Minute aufgenommen.',
  'state.sourceTitle': '{{source}}: {{state}}',
};
