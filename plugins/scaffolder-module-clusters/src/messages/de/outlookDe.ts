/** Texts about what a node pool may launch, in German. */
export const outlookDe = {
  'outlook.title': 'Was er starten darf',
  'outlook.poolTitle': 'Was Pool {{pool}} starten darf',
  'outlook.nodePool': 'NodePool {{pool}}',
  'outlook.picture': 'Instanztypen von {{pool}}, nach Familie und vCPUs',
  'outlook.vcpus': 'vCPU',
  'outlook.excludedTypes': 'über einem Limit: {{types}}',
  'outlook.families': 'Familien',
  'outlook.nothing': 'keine: kein bekannter Instanztyp passt',
  'outlook.examples': 'Beispiele, von klein nach groß',
  'outlook.largest': 'Größter Node',
  'outlook.size': '{{name}}: {{vcpus}} vCPU, {{memory}} GiB',
  'outlook.sizeOfCpu': '{{name}}: {{vcpus}} vCPU',
  'outlook.pods': 'Pods je Node',
  'outlook.beyond': 'Nie gestartet, wegen Limit {{limit}}',
  'outlook.leftOut':
    'Nie gestartet, weil ihre Adressen nur für wenige Pods reichen',
  'outlook.legend':
    'Die Zahl sagt, wie viele Instanztypen es gibt. Gelb: ein Limit schließt einige aus; gestrichelt: ein Limit schließt alle aus.',
  'outlook.order': 'In welcher Reihenfolge Karpenter es versucht',
  'outlook.spot':
    '{{pool}}, Spot: EC2 wägt den Preis gegen das Risiko einer Unterbrechung ab',
  'outlook.onDemand': '{{pool}}, On-Demand: der niedrigste Preis zuerst',
  'outlook.weight': '(Gewicht {{weight}})',
  'outlook.prices':
    'Nur Typen zählen, auf die die wartenden Pods passen. Preise sind hier nicht bekannt, daher wird der erste Typ nicht genannt.',
};
