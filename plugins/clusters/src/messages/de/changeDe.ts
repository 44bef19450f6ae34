/** Text of the menu that changes a cluster, in German. */
export const changeDe = {
  'change.menu': 'Ändern',
  'change.edit': 'Bearbeiten',
  'change.pool': 'NodePool hinzufügen oder ändern',
  'change.upgrade': 'Aktualisieren',
  'change.images': 'Node-Images erneuern',
  'change.freeze': 'Disruption einfrieren',
  'change.handover': 'An Argo CD übergeben',
  'change.decommission': 'Abbauen',
  'change.findings.pool': 'Limit in cluster.yaml erhöhen',
  'change.findings.budget': 'Budget in cluster.yaml ändern',
  'change.findings.images': 'Neuere Images in cluster.yaml eintragen',
  'change.findings.upgrade': 'In cluster.yaml aktualisieren',
  'change.findings.edit': 'Adressbereich in cluster.yaml ergänzen',
  'change.differences.mend': 'cluster.yaml richtigstellen',
  'change.differences.remove': 'Dateien in git entfernen',
  'decommission.titles.marked': 'Dieser Cluster soll abgebaut werden',
  'decommission.titles.draining': 'Dieser Cluster wird geleert',
  'decommission.titles.ready':
    'Dieser Cluster ist geleert und kann entfernt werden',
  'decommission.titles.destroyed':
    'Dieser Cluster ist zerstört; seine Dateien sind noch in git',
  'decommission.texts.marked':
    'So steht es in git; die NodePools sind noch nicht markiert. Das nächste Apply markiert und leert sie.',
  'decommission.texts.draining':
    'Die NodePools starten nichts mehr, und die Knoten, die Karpenter gestartet hat, gehen. Pods ohne Knoten sind zu erwarten.',
  'decommission.texts.ready':
    'Kein Knoten von Karpenter ist übrig. Nach Load Balancern und Volumes sehen, den Cluster von Terraform zerstören lassen und seine Dateien mit einem zweiten Pull-Request entfernen.',
  'decommission.texts.destroyed':
    'Terraform hat nichts mehr davon, oder hatte nie etwas. Ein Pull-Request entfernt die Dateien.',
  'decommission.next': 'Cluster entfernen oder behalten',
  'freeze.title': 'Disruption ist eingefroren bis {{time}}',
  'freeze.overdueTitle':
    'Das Einfrieren der Disruption ist überfällig seit {{time}}',
  'freeze.text':
    'Karpenter ersetzt keinen Knoten freiwillig. Knoten, die ablaufen, unterbrochen oder repariert werden, gehen trotzdem.',
  'freeze.overdueText':
    'Eine Änderung, die es aus git nimmt, beendet es: Karpenter ersetzt dann innerhalb der Budgets, was inzwischen abgewichen ist.',
  'freeze.willOpen': 'Dann öffnet das Portal den Pull-Request, der es beendet.',
  'freeze.willNotOpen':
    'Jemand muss es dann beenden: Das Portal öffnet den Pull-Request nicht von selbst.',
  'freeze.opensSoon': 'Das Portal öffnet den Pull-Request in wenigen Minuten.',
  'freeze.opened':
    'Das Portal hat den Pull-Request geöffnet: Er ist zu mergen.',
  'freeze.failed':
    'Das Portal konnte den Pull-Request nicht öffnen und versucht es wieder: {{problem}}',
  'freeze.onlyPerson':
    'Das muss jemand tun: Das Portal öffnet den Pull-Request nicht von selbst, weil es nur mit den Zugangsdaten von Personen in git schreibt oder weil der Cluster in keinem Plattform-Repository steht.',
  'freeze.pullRequest': 'Pull-Request, der es beendet',
  'freeze.end': 'Einfrieren beenden',
};
