/** Text of the fields of Create Cluster, in German. */
export const formDe = {
  'format.locale': 'de-DE',
  'name.label': 'Name des Clusters',
  'name.description':
    'Eindeutig unter allen Clustern, höchstens 32 Kleinbuchstaben, Ziffern und Bindestriche. Später nicht änderbar.',
  'name.taken': '"{{name}}" heißt schon ein anderer Cluster',
  'repository.label': 'Plattform-Repository',
  'repository.description':
    'Die Seite des Repositorys, in das geschrieben wird.',
  'versions.label': 'Versionen',
  'versions.description':
    'Ein Satz, der zusammen getestet ist. Einzelne Versionen sind später in cluster.yaml änderbar.',
  'versions.set':
    'Kubernetes {{kubernetes}} · Karpenter {{karpenter}} · Cilium {{cilium}}',
  'versions.notNewer': 'Warum nicht {{version}}: {{reason}}',
  'versions.support': 'Standard-Support von Kubernetes {{minor}} bis {{date}}.',
  'pools.label': 'NodePools',
  'pools.description':
    'Was Karpenter starten darf. Leere Felder übernehmen den angezeigten Standardwert.',
  'pools.pool': 'Pool {{number}}',
  'pools.preset': 'Art',
  'pools.presets.general': 'Allgemein',
  'pools.presets.gpu': 'GPU',
  'pools.presets.custom': 'Eigene',
  'pools.name': 'Name des Pools',
  'pools.cpuLimit': 'Limit, vCPU',
  'pools.memoryLimit': 'Limit, Speicher',
  'pools.gpuLimit': 'Limit, GPUs',
  'pools.families': 'Instanzfamilien',
  'pools.familiesHint': 'Durch Leerzeichen getrennt, zum Beispiel g5 p5',
  'pools.categories': 'Instanzkategorien',
  'pools.categoriesHint': 'Durch Leerzeichen getrennt, zum Beispiel m c r',
  'pools.capacity': 'Kapazität',
  'pools.spot': 'Spot',
  'pools.onDemand': 'On-Demand',
  'pools.preferOnDemand': 'Zuerst On-Demand versuchen, Spot als Ersatz',
  'pools.order.spotFirst': 'Karpenter nimmt Spot, wo es geht, sonst On-Demand.',
  'pools.order.onDemandFirst':
    'Zwei Pools: Zuerst wird On-Demand versucht; Spot, wenn es keines gibt.',
  'pools.order.spot':
    'Nur Spot: Knoten können mit zwei Minuten Vorlauf entzogen werden.',
  'pools.order.onDemand': 'Nur On-Demand.',
  'pools.add': 'Pool hinzufügen',
  'pools.remove': 'Pool {{name}} entfernen',
  'preview.loading': 'Die Dateien werden erzeugt',
  'preview.problems_one':
    'Ein Wert muss korrigiert werden, bevor dies angelegt werden kann',
  'preview.problems_other':
    '{{count, number}} Werte müssen korrigiert werden, bevor dies angelegt werden kann',
  'preview.failed': 'Die Vorschau konnte nicht erzeugt werden: {{reason}}',
  'preview.retry': 'Erneut versuchen',
  'preview.warnings': 'Gut zu wissen',
  'preview.files_one': '1 Datei',
  'preview.files_other': '{{count, number}} Dateien',
  'preview.touch':
    'Der Pull-Request schreibt diese Dateien; Dateien, die im Repository gleich sind, bleiben unberührt.',
  'preview.ownFiles': 'Dieser Cluster',
  'preview.sharedFiles': 'Von allen Clustern geteilt',
  'preview.tree': 'Dateien des Clusters',
  'preview.content': 'Inhalt von {{path}}',
  'preview.blocked': 'Die Vorschau zeigt, was korrigiert werden muss',
};
