import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodePressure. */
export const nodePressureDoc: CataloguedDoc = {
  title: 'Node is under pressure',
  means: 'The kubelet evicts pods and admits none of low priority.',
  foundBy:
    'Node condition MemoryPressure, DiskPressure or PIDPressure is True for a minute.',
  whom: 'Every node, whoever launched it.',
  waits: 'A minute: a peak passes.',
  cannotSee: 'Which pod it is: kubelet evicts by usage.',
  lookAlikes: 'A peak while an image is unpacked.',
  todo: [
    'See what uses memory, disk or process ids.',
    'Give the nodes larger disks, or the pods realistic requests.',
  ],
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
};
