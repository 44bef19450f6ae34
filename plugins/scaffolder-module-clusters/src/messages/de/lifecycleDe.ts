/** Text of the forms that hand a cluster over or take it down, in German. */
export const lifecycleDe = {
  'decommission.drainHint':
    'Der erste von zwei Pull-Requests. NodePools starten nichts mehr, und jeder Knoten, den Karpenter gestartet hat, wird geleert und beendet, alle gleichzeitig. Systemknoten, Cilium, Karpenter, die Control Plane und Volumes bleiben.',
  'decommission.drain': 'Cluster leeren',
  'decommission.drains':
    'Mit dieser Änderung wird jeder Knoten, den Karpenter gestartet hat, geleert und beendet.',
  'decommission.reason': 'Grund (freiwillig)',
  'decommission.removeHint':
    'Der zweite von zwei Pull-Requests nimmt die Dateien des Clusters aus dem Repository. Er wird abgewiesen, solange noch etwas läuft, und zuletzt gemergt: Terraform zerstört den Cluster vorher.',
  'decommission.remove': 'Dateien entfernen',
  'decommission.removes':
    'Diese Änderung nimmt alle erzeugten Dateien des Clusters aus dem Repository.',
  'decommission.keep': 'Cluster behalten',
  'decommission.keeps':
    'Der Cluster wird behalten: Seine NodePools bekommen ihre Limits zurück. Geleerte Knoten kommen nicht von selbst zurück.',
  'decommission.confirmedGone':
    'Woher bekannt ist, dass nichts mehr darin läuft',
  'decommission.confirmedGoneHint':
    'Nur wo das Portal den Cluster nicht sehen kann, zum Beispiel weil er schon zerstört ist. Es steht im Pull-Request.',
  'decommission.notYet': 'Die Dateien können noch nicht entfernt werden',
  'decommission.conflicts_one':
    '1 Datei wurde von Hand angelegt oder bearbeitet',
  'decommission.conflicts_other':
    '{{count, number}} Dateien wurden von Hand angelegt oder bearbeitet',
  'decommission.stillRuns': 'Was noch läuft',
  'decommission.nodeClaims': 'NodeClaims von Karpenter',
  'decommission.pods': 'Pods auf ihren Knoten',
  'decommission.held': 'Pods, die ihren Knoten jetzt festhalten',
  'decommission.budgets': 'PodDisruptionBudgets, die dort Pods schützen',
  'decommission.volumes': 'Eingehängte Volumes',
  'decommission.loadBalancers': 'Services vom Typ LoadBalancer',
  'handover.steps.register':
    'Den Cluster beim Hub registrieren. Argo CD wendet noch nichts an.',
  'handover.steps.handOver':
    'Übergeben: Terraform vergisst Cilium und Karpenter, ohne sie zu deinstallieren, und Argo CD übernimmt, was läuft.',
  'handover.hints.register':
    'Braucht argocd_hub und platform_repository in den Variablen des Root-Moduls. Die Übergabe ist ein zweiter Pull-Request, sobald dieser angewendet ist.',
  'handover.hints.handOver':
    'Erst mergen, wenn der letzte Plan des Clusters nichts zu tun hat. Nichts wird neu erzeugt oder gelöscht; der Pull-Request hat eine Checkliste für vorher und nachher.',
  'handover.hints.takeBack':
    'Argo CD muss zuerst loslassen: Der Pull-Request sagt, in welcher Reihenfolge.',
  'handover.actions.register': 'Bei Argo CD registrieren',
  'handover.actions.handOver': 'An Argo CD übergeben',
  'handover.actions.takeBack': 'Von Argo CD zurücknehmen',
  'handover.takes.register':
    'Diese Änderung registriert den Cluster bei Argo CD.',
  'handover.takes.handOver':
    'Mit dieser Änderung übernimmt Argo CD Cilium, Karpenter und die NodePools.',
  'handover.takes.takeBack':
    'Mit dieser Änderung übernehmen Terraform und das Skript wieder Cilium, Karpenter und die NodePools.',
};
