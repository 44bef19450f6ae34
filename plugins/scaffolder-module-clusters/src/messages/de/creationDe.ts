/** Text of the comparison of a new cluster with its repository, in German. */
export const creationDe = {
  'creation.comparing': 'Vergleich mit dem Plattform-Repository',
  'creation.against': 'Verglichen mit {{repository}}',
  'creation.nothing':
    'Diesen Cluster hat das Repository schon: Es würde sich nichts ändern.',
  'creation.shared_one':
    'Eine davon teilen sich alle Cluster: Dies ist der erste Cluster des Repositorys.',
  'creation.shared_other':
    '{{count, number}} davon teilen sich alle Cluster: Dies ist der erste Cluster des Repositorys.',
  'creation.all_one': 'Die Datei des Clusters im Ganzen',
  'creation.all_other':
    'Alle {{count, number}} Dateien des Clusters, im Ganzen',
  'creation.refused': 'Der Pull-Request würde abgewiesen: {{reason}}',
  'creation.unread':
    'Nicht mit dem Plattform-Repository verglichen; deshalb ist nicht bekannt, welche dieser Dateien es schon hat: {{reason}}',
  'creation.open':
    'Ein Pull-Request, der einen Cluster dieses Namens anlegt, ist offen. Dieser hier würde ihn aktualisieren; den einer anderen Person dürfen nur Mitglieder seines Owners aktualisieren.',
};
