/** Text of the fields of Change a cluster, in German. */
export const changeDe = {
  'change.noCluster':
    'Von der Seite eines Clusters aus zu öffnen: Das Menü dort sagt, was änderbar ist.',
  'change.loading': 'Der Cluster wird aus git gelesen',
  'change.unreadable': 'So ist cluster.yaml nicht lesbar',
  'change.failed': 'Der Cluster war aus git nicht lesbar: {{reason}}',
  'change.forbidden': 'Keine Berechtigung, das mit {{cluster}} zu tun.',
  'change.open':
    'Dieser Cluster hat eine offene Änderung. Eine weitere wird abgewiesen, bis sie gemergt oder geschlossen ist.',
  'change.continue': 'Diese Änderung fortsetzen',
  'change.continues': 'Dies setzt eine Änderung fort, die schon offen ist',
  'change.titles.edit': '{{cluster}} bearbeiten',
  'change.titles.pool': 'NodePools von {{cluster}}',
  'change.titles.upgrade': '{{cluster}} aktualisieren',
  'change.titles.images': 'Node-Images von {{cluster}} erneuern',
  'change.titles.freeze': 'Disruption in {{cluster}} einfrieren',
  'change.titles.handover': '{{cluster}} an Argo CD übergeben',
  'change.titles.decommission': '{{cluster}} abbauen',
  'change.yaml': 'cluster.yaml',
  'change.yamlHint':
    'Wie in git. Was nicht geändert wird, bleibt mit seinen Kommentaren, wie es ist; hier hinzugefügte Kommentare werden nicht übernommen.',
  'change.images': 'Release der Node-Images',
  'change.imagesHint':
    'Für alle Pools. Karpenter ersetzt die Knoten mit einem anderen Release innerhalb der Disruption-Budgets.',
  'change.imagesNewest': 'Das neueste bekannte, Stand {{date}}.',
  'change.imagesTake': 'Das neueste nehmen, {{release}}',
  'change.upgrade': 'Wohin',
  'change.upgradeHint':
    'Eine Komponente je Pull-Request; dieser geht den ersten Schritt des Plans.',
  'change.upgradeNone': 'Es gibt keinen Weg, den die Versionsmatrix erlaubt.',
  'change.upgradeThere': 'Dieser Cluster ist schon dort.',
  'change.suggested': 'Ein Befund dieses Clusters schlägt diese Werte vor',
  'change.suggestedByCluster':
    'Aus dem übernommen, was in diesem Cluster läuft:',
  'change.suggestedByWave': 'Eine Welle schlägt diese Werte vor',
  'change.freezeUntil': 'Bis, in UTC',
  'change.freezeUntilHint':
    'Zum Beispiel 2026-12-24T18:00Z. Das Einfrieren endet mit einem Pull-Request, der es herausnimmt, nicht von selbst: Die Seite des Clusters sagt, wann es so weit ist.',
  'change.freezeReason': 'Grund (freiwillig)',
  'change.freezeFor': 'Für {{hours}} h',
  'change.freezeOver': 'Diese Zeit ist vorbei: Das Einfrieren ist überfällig.',
  'change.freezeHint':
    'Jeder NodePool bekommt ein weiteres Budget von 0. Knoten, die ablaufen, unterbrochen oder repariert werden, gehen trotzdem; die Vorschau listet die ablaufenden auf.',
  'change.freezeEnd': 'Einfrieren beenden',
  'change.freezeEnds':
    'Das Einfrieren wird herausgenommen. Die Pools behalten ihre eigenen Budgets.',
};
