import { describeRule } from '../../../testing/describeRule';
import { ciliumConfigMap, ciliumNode, node } from '../../../testing/world';
import { maxPodsTooHigh } from './maxPodsTooHigh';

describeRule(maxPodsTooHigh, [
  {
    name: 'warns far above',
    world: {
      nodes: [node('general-1', { status: { allocatable: { pods: '110' } } })],
    },
    state: 'fired',
    severity: 'warning',
    says: 'admits 110 pods',
  },
  {
    name: 'counts the first interface out',
    world: {
      ciliumnodes: [
        ciliumNode('general-1', {
          spec: { eni: { 'first-interface-index': 1 } },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'can address 18',
  },
  {
    name: 'passes at what there is',
    world: {
      nodes: [node('general-1', { status: { allocatable: { pods: '27' } } })],
    },
    state: 'pass',
  },
  {
    name: 'is unknown for a type that it does not know',
    world: {
      ciliumnodes: [
        ciliumNode('general-1', {
          spec: { eni: { 'instance-type': 'zz9.plural' } },
        }),
      ],
    },
    state: 'unknown',
    says: 'zz9.plural',
  },
  {
    name: 'does not apply outside of ENI mode',
    world: { configmaps: [ciliumConfigMap({ ipam: 'cluster-pool' })] },
    state: 'notApplicable',
  },
]);
