/** Text of numbers and times, in German. */
export const formatDe = {
  'format.locale': 'de-DE',
  'format.atLeast': 'mindestens {{number}}',
  'format.atMost': 'höchstens {{number}}',
  'format.about': 'etwa {{number}}',
  'format.unknown': 'unbekannt: {{reason}}',
  'format.why.noCiliumNodes': 'es gibt keine CiliumNodes',
  'format.why.ipamMode': 'der IPAM-Modus ist {{mode}}, nicht eni',
  'format.why.noEniNode': 'kein CiliumNode ist im ENI-Modus',
  'format.why.unseenSubnet':
    'kein Knoten zeigt, wie groß das Subnetz {{subnet}} ist',
  'format.why.noSubnet': 'kein Knoten zeigt sein Subnetz',
  'format.why.noBlock': 'der Adressblock des Subnetzes ist nicht bekannt',
  'format.why.refused_one': 'EC2 gibt 1 seiner Knoten keine Adresse',
  'format.why.refused_other':
    'EC2 gibt {{count, number}} seiner Knoten keine Adresse',
  'format.why.oneLook':
    'ein Blick zeigt nicht, wie schnell der Platz schrumpft',
  'format.why.shortTrend':
    'der Verlauf muss einen Tag lang bekannt sein und ist es seit {{hours, number}} h',
  'format.why.lastsLong':
    'der Platz ist in der letzten Woche nicht so geschrumpft, dass er ausginge',
  'format.why.noUse': 'der Agent hat noch nicht gemeldet, was er nutzt',
  'format.why.noUseBySubnet':
    'Knoten sagen nicht, welche ihrer Schnittstellen genutzt wird',
  'format.why.noLimits': 'die Grenzen von {{instanceType}} sind nicht bekannt',
  'format.why.noInstanceType': 'der Instanztyp ist nicht bekannt',
  'format.why.noPoolStatus':
    'Karpenter hat den Status dieses Pools noch nicht geschrieben',
  'format.why.noStatus': 'der Controller hat noch keinen Status geschrieben',
  'format.why.noNodes': 'es gibt keine Knoten',
  'format.why.noKarpenterNodes': 'Karpenter hat keine Knoten',
  'format.why.noCapacityType': 'Knoten sagen nicht, wie sie gekauft wurden',
  'format.why.noWorkload': 'kein Workload hat mehrere Pods',
  'format.why.noNodeUp': 'noch ist kein Knoten hochgekommen',
  'format.why.nothingToShare': 'es gibt nichts, wovon es ein Anteil wäre',
  'format.resources.cpu': 'vCPU',
  'format.resources.memory': 'Speicher',
  'format.resources.storage': 'Flüchtiger Speicherplatz',
  'format.resources.nodes': 'Knoten',
  'format.resources.gpu': 'NVIDIA-GPUs',
};
