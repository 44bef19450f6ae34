import { CauseEdge } from './CauseEdge';

const ciliumOperatorDown = ['cilium/D03', 'cilium/D18'];
const ciliumNodeEffects = [
  'cilium/D01',
  'cilium/D02',
  'cilium/D06',
  'cilium/D09',
  'cilium/D12',
  'cilium/D19',
  'cilium/D20',
  'karpenter/L3',
  'clusterworks/node-not-initialized',
  'clusterworks/node-not-ready',
];
const controllerDown = ['karpenter/C2', 'karpenter/C1', 'karpenter/C3'];
const waiting = ['clusterworks/pods-waiting'];
const nodeClassFaults = [
  'karpenter/N1',
  'karpenter/N2',
  'karpenter/N3',
  'karpenter/N4',
  'karpenter/N5',
  'karpenter/N6',
];

/**
 * What follows from what, nearest causes first: a finding takes the first
 * cause that fits, and roots are found by following the chain.
 */
export const causeEdges: readonly CauseEdge[] = [
  // Karpenter's controller: nothing moves without it.
  {
    causes: ['karpenter/C2'],
    effects: ['karpenter/C1', 'karpenter/C3'],
    when: 'always',
  },
  { causes: ['karpenter/C1'], effects: ['karpenter/C3'], when: 'always' },
  // Objects that the API server cannot convert: nothing of Karpenter works.
  {
    causes: ['karpenter/C6'],
    effects: ['karpenter/C8', 'karpenter/C2', 'karpenter/C1', 'karpenter/C3'],
    when: 'shared',
  },
  { causes: ['karpenter/C6'], effects: waiting, when: 'shared' },
  {
    causes: ['karpenter/C4'],
    effects: ['karpenter/C2'],
    when: 'shared',
  },
  // A node class that cannot launch, and its pools.
  {
    causes: nodeClassFaults,
    effects: ['karpenter/P1', 'karpenter/P2', 'karpenter/L1', 'karpenter/P4'],
    when: 'shared',
  },
  {
    causes: ['karpenter/N1', 'karpenter/N2', 'karpenter/N3', 'karpenter/N4'],
    effects: ['karpenter/N5'],
    when: 'shared',
  },
  { causes: ['karpenter/P2'], effects: ['karpenter/P1'], when: 'shared' },
  // A node that went silent takes its own pods with it.
  {
    causes: ['clusterworks/node-not-ready'],
    effects: [
      'cilium/D01',
      'cilium/D02',
      'cilium/D04',
      'cilium/D15',
      'cilium/D16',
      'karpenter/L6',
    ],
    when: 'shared',
  },
  // Cilium's operator: no addresses, no taint removal anywhere.
  {
    causes: ciliumOperatorDown,
    effects: ['cilium/D07', ...ciliumNodeEffects],
    when: 'always',
  },
  { causes: ['cilium/D18'], effects: ['cilium/D03'], when: 'always' },
  { causes: ['cilium/D27'], effects: ['cilium/D07'], when: 'always' },
  // No addresses on a node: the agent waits, the taint stays.
  {
    causes: ['cilium/D10', 'cilium/D07'],
    effects: ciliumNodeEffects,
    when: 'shared',
  },
  { causes: ['cilium/D10'], effects: ['cilium/D07'], when: 'shared' },
  // One subnet without addresses: stuck nodes and short ones are one story.
  { causes: ['cilium/D07'], effects: ['cilium/D12'], when: 'shared' },
  // The agent of a node does not run: its taint stays.
  {
    causes: ['cilium/D02', 'cilium/D01', 'cilium/D09'],
    effects: [
      'cilium/D06',
      'cilium/D19',
      'cilium/D20',
      'karpenter/L3',
      'cilium/D16',
    ],
    when: 'shared',
  },
  { causes: ['cilium/D02'], effects: ['cilium/D01'], when: 'shared' },
  { causes: ['cilium/D06'], effects: ['karpenter/L3'], when: 'shared' },
  {
    causes: ['cilium/D12', 'cilium/D21', 'cilium/D13'],
    effects: ['cilium/D20'],
    when: 'shared',
  },
  // A missing start-up taint shows as double launches.
  {
    causes: ['karpenter/P7'],
    effects: ['karpenter/L9', 'cilium/D29'],
    when: 'shared',
  },
  { causes: ['karpenter/L9'], effects: ['cilium/D29'], when: 'shared' },
  // No capacity: claims come and go.
  {
    causes: ['karpenter/L8'],
    effects: ['karpenter/P5', 'karpenter/L9', 'karpenter/L1', 'karpenter/P4'],
    when: 'shared',
  },
  // A node that does not register makes its pool unhealthy.
  { causes: ['karpenter/L2'], effects: ['karpenter/P4'], when: 'shared' },
  { causes: ['karpenter/L1'], effects: ['karpenter/P4'], when: 'shared' },
  // Drift that cannot go on.
  {
    causes: ['karpenter/P6'],
    effects: ['karpenter/L5', 'karpenter/L11'],
    when: 'shared',
  },
  // Pods that wait, from the most to the least specific cause.
  {
    causes: ['karpenter/P3', 'karpenter/L8', 'karpenter/P5'],
    effects: waiting,
    when: 'shared',
  },
  { causes: controllerDown, effects: waiting, when: 'always' },
  {
    causes: [
      ...nodeClassFaults,
      'karpenter/P1',
      'karpenter/P2',
      'karpenter/L1',
      'karpenter/L2',
      'karpenter/L3',
      'karpenter/L4',
      'cilium/D07',
      'clusterworks/node-not-initialized',
    ],
    effects: waiting,
    when: 'shared',
  },
  // What the checklist repeats follows from the finding that says it exactly.
  {
    causes: [
      'cilium/D01',
      'cilium/D02',
      'cilium/D07',
      'clusterworks/node-not-ready',
    ],
    effects: ['clusterworks/cilium-pods-running'],
    when: 'always',
  },
  {
    causes: ['cilium/D27'],
    effects: ['clusterworks/cilium-ipam-eni'],
    when: 'always',
  },
  {
    causes: controllerDown,
    effects: ['clusterworks/karpenter-pods-running'],
    when: 'always',
  },
  {
    causes: ['karpenter/C9'],
    effects: [
      'clusterworks/nodeclasses-created',
      'clusterworks/nodepools-created',
      'karpenter/P2',
      'clusterworks/pods-waiting',
    ],
    when: 'always',
  },
];
