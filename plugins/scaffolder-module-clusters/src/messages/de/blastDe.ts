/** Text of the review of a change, in German. */
export const blastDe = {
  'blast.title': 'Was mit laufenden Knoten geschieht',
  'blast.none': 'Kein laufender Knoten wird ersetzt.',
  'blast.noneByKarpenter':
    'Karpenter ersetzt keinen laufenden Knoten; was Terraform tut, steht unten.',
  'blast.some': 'Karpenter ersetzt Knoten: {{nodes}}.',
  'blast.already_one': '1 davon ist schon abgewichen.',
  'blast.already_other': '{{count, number}} davon sind schon abgewichen.',
  'blast.unknown':
    'Es ist nicht bekannt, welche Knoten ersetzt werden: {{reason}}',
  'blast.unknownValue': '— ({{reason}})',
  'blast.open_one': 'offen für 1 Knoten: {{why}}',
  'blast.open_other': 'offen für {{count, number}} Knoten: {{why}}',
  'blast.nodes': 'Ersetzte Knoten',
  'blast.pods': 'Pods darauf',
  'blast.held': 'Pods, die ihren Knoten festhalten',
  'blast.holders': 'Welche Pods, und was sie freigibt',
  'blast.time': 'Zeit, bei den Budgets von jetzt',
  'blast.pace': '{{pool}}: {{nodes}} Knoten, {{atOnce}} gleichzeitig, {{time}}',
  'blast.removed':
    'NodePool {{pool}} verlässt git; seine Knoten ({{nodes}}) bleiben, bis jemand ihn löscht',
  'blast.behaviour': '{{object}} {{field}}: ersetzt keinen Knoten',
  'blast.addresses': 'Adressen',
  'blast.addressStates.fits': 'genug, soweit zu sehen',
  'blast.addressStates.short': 'nicht genug',
  'blast.addressStates.unknown': 'nicht bekannt',
  'blast.addressStates.notNeeded': 'keine nötig',
  'blast.room': 'Knoten, die zuerst starten: {{needed}}, Platz für: {{room}}',
  'blast.short':
    'Die Subnetze haben keinen Platz für die Knoten, die starten, bevor die alten gehen.',
  'blast.frozen': 'Disruption ist eingefroren',
  'blast.expiring': 'bis {{until}}; Knoten, die vorher ablaufen: {{nodes}}',
  'blast.expires': '{{node}} läuft am {{at}} ab und geht trotzdem',
  'blast.goAnyway':
    'Knoten, die unterbrochen oder repariert werden, gehen trotzdem; vorher sind sie nicht bekannt.',
  'blast.terraform': 'Terraform',
  'blast.terraformStates.nothing': 'nichts zu tun',
  'blast.terraformStates.inPlace': 'ändert an Ort und Stelle',
  'blast.terraformStates.replaces': 'ersetzt Teile',
  'blast.terraformStates.unknown': 'nicht bekannt, siehe Plan',
  'blast.observed': 'Berechnet aus dem laufenden Cluster, {{time}}.',
  'blast.notObserved': 'Der Cluster wird nicht beobachtet.',
  'review.versions': 'Versionen',
  'review.reach': 'Wer die API erreicht',
  'review.private': 'Von innen: Nodes, und {{ranges}}',
  'review.public': 'Aus dem Internet: {{ranges}}',
  'review.costs': 'Was von der ersten Stunde an kostet',
  'review.controlPlane': 'die Control-Plane von EKS',
  'review.natGateways_one': '1 NAT-Gateway, und was hindurchgeht',
  'review.natGateways_other':
    '{{count, number}} NAT-Gateways, und was hindurchgeht',
  'review.systemNodes_one': 'mindestens 1 System-Node: {{types}}',
  'review.systemNodes_other':
    'mindestens {{count, number}} System-Nodes: {{types}}',
  'review.endpoints_one': '1 Schnittstelle eines VPC-Endpunkts',
  'review.endpoints_other':
    '{{count, number}} Schnittstellen von VPC-Endpunkten',
  'review.noPrices':
    'Nodes von Karpenter kommen, wenn Pods sie brauchen. Preise sind hier nicht bekannt.',
  'review.fields': 'Geänderte Felder',
  'review.field': 'Feld',
  'review.before': 'Vorher',
  'review.after': 'Nachher',
  'review.nothing': 'Kein Feld ändert sich.',
  'review.files_one': '1 Datei ändert sich',
  'review.files_other': '{{count, number}} Dateien ändern sich',
  'review.untouched_one': '1 andere Datei bleibt, wie sie ist.',
  'review.untouched_other':
    '{{count, number}} andere Dateien bleiben, wie sie sind.',
  'review.changes.added': 'neu',
  'review.changes.changed': 'geändert',
  'review.changes.removed': 'entfernt',
  'review.tooLong':
    'Der Diff ist zu lang, um gezeigt zu werden; er steht im Pull-Request.',
  'review.conflicts_one':
    '1 Datei wurde dort von Hand bearbeitet, wo sie sich ändern würde',
  'review.conflicts_other':
    '{{count, number}} Dateien wurden dort von Hand bearbeitet, wo sie sich ändern würden',
  'review.byHand': 'Ab Zeile {{line}}, von Hand:',
  'review.generated': 'Jetzt erzeugt:',
};
