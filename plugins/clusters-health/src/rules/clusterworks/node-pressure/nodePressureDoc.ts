import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodePressure. */
export const nodePressureDoc: RuleDoc = {
  title: 'Node is under pressure',
  means: 'The kubelet evicts pods and admits none of low priority.',
  foundBy:
    'Node condition MemoryPressure, DiskPressure or PIDPressure is True for a minute.',
  todo: 'Look at what uses it; give the nodes larger disks or requests.',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
};
