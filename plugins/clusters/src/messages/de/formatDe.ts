/** Text of numbers and times, in German. */
export const formatDe = {
  'format.locale': 'de-DE',
  'format.atLeast': 'mindestens {{number}}',
  'format.atMost': 'höchstens {{number}}',
  'format.about': 'etwa {{number}}',
  'format.unknown': 'unbekannt: {{reason}}',
  'format.resources.cpu': 'vCPU',
  'format.resources.memory': 'Speicher',
  'format.resources.storage': 'Flüchtiger Speicherplatz',
  'format.resources.nodes': 'Knoten',
  'format.resources.gpu': 'NVIDIA-GPUs',
};
