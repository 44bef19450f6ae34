/** Texts of the address space, in German. */
export const addressDe = {
  'choice.used': 'In Gebrauch',
  'choice.others': 'Weitere',
  'choice.description': 'Beschreibung (optional)',
  'choice.environment.label': 'Umgebung',
  'choice.environment.description':
    'Ordner des Plattform-Repositorys, etwa dev oder prod.',
  'choice.region.label': 'AWS-Region',
  'choice.region.description':
    'Wo der Cluster läuft; später nicht mehr zu ändern.',
  'choice.owner.label': 'Eigentümer',
  'choice.owner.description': 'Gruppe, die für den Cluster einsteht.',
  'choice.system.label': 'System (optional)',
  'choice.system.description':
    'System des Katalogs, zu dem der Cluster gehört.',
  'cidr.label': 'CIDR der VPC',
  'cidr.description':
    'Ein privates Netz, /16 bis /22, das kein anderer Cluster verwendet.',
  'cidr.overlap':
    '{{cidr}} von {{name}} überschneidet sich mit {{taken}} von {{owner}}: Die beiden könnten nie verbunden werden.',
  'cidr.overlapReserved':
    '{{cidr}} überschneidet sich mit {{taken}}, reserviert für {{owner}}.',
  'cidr.overlapChange':
    '{{cidr}} von {{name}} überschneidet sich mit {{taken}}; das bekommt {{owner}} durch',
  'cidr.acknowledge': 'Warum sich die beiden Adressen teilen dürfen',
  'cidr.acknowledgeHint':
    'Dieses Portal erlaubt die Überschneidung, wenn ein Grund genannt wird. Er steht im Pull-Request.',
  'cidr.free': '{{cidr}} ist unter allen Clustern frei.',
  'cidr.notTaken':
    '{{cidr}} ist nicht vergeben, soweit bekannt: {{reason}}. Daher gilt es nicht als frei.',
  'cidr.prone': 'Diesen Bereich haben oft auch andere Netze: {{cause}}.',
  'cidr.causes.firstChoice': 'die erste Wahl vieler',
  'cidr.causes.services': 'Services von Kubernetes',
  'cidr.causes.docker': 'Bridges von Docker',
  'cidr.causes.defaultVpc': 'die VPC, die AWS von selbst anlegt',
  'cidr.causes.home': 'Heimnetze',
  'cidr.causes.carrier': 'Netzbetreiber und Pods außerhalb von VPCs',
  'cidr.size': 'Größe',
  'cidr.sizeOf': '/{{prefix}} · {{addresses}} Adressen',
  'cidr.propose': 'Den nächsten freien Block verwenden, {{cidr}}',
  'cidr.unknown':
    'Die Blöcke anderer Cluster waren nicht lesbar, daher wurden Überschneidungen nicht geprüft.',
  'cidr.unknownClusters_one':
    'Die Adressen eines Clusters sind nicht bekannt: {{names}}.',
  'cidr.unknownClusters_other':
    'Die Adressen von {{count, number}} Clustern sind nicht bekannt: {{names}}.',
  'cidr.moreNames': '{{names}} und {{more}} weitere',
  'cidr.ranges': 'Private Bereiche',
  'cidr.space': 'Teile von {{range}}',
  'cidr.blocks': 'Blöcke von {{range}}',
  'cidr.open': '{{cidr}}, {{content}}: öffnen',
  'cidr.choose': '{{cidr}}, frei: wählen',
  'cidr.full': '{{cidr}}, {{content}}',
  'cidr.chosenHere': 'dieser Cluster',
  'cidr.empty': 'frei',
  'cidr.reservedFor': 'reserviert für {{name}}',
  'cidr.proposedFor': '{{name}}, in Pull-Request {{number}}',
  'cidr.legend.cluster': 'ein Cluster',
  'cidr.legend.pullRequest': 'in einem offenen Pull-Request',
  'cidr.legend.reserved': 'reserviert',
  'cidr.legend.chosen': 'dieser Cluster',
  'cidr.legend.free': 'frei',
  'cidr.table': 'Als Tabelle zeigen',
  'cidr.tableTitle': 'Vergebene und reservierte Blöcke, und was frei ist',
  'cidr.cidr': 'Block',
  'cidr.what': 'Wer ihn hat',
  'cidr.use': '{{cidr}} verwenden',
  'cidr.addresses': 'Adressen',
};
