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
    offers: 'turn prefix delegation on',
    offersNot: /hypervisor/,
  },
  {
    name: 'says that a Xen type gets no prefixes',
    world: {
      nodes: [node('general-1', { status: { allocatable: { pods: '110' } } })],
      ciliumnodes: [
        ciliumNode('general-1', {
          spec: { eni: { 'instance-type': 'i3.large' } },
        }),
      ],
      configmaps: [ciliumConfigMap({ 'aws-enable-prefix-delegation': 'true' })],
    },
    state: 'fired',
    severity: 'warning',
    says: 'i3.large is not a Nitro type',
    offers: 'instance-hypervisor In [nitro]',
    offersNot: /prefix delegation on\b/,
  },
  {
    name: 'does not count the first interface',
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
    name: 'reports all types in one finding, the worst first',
    world: {
      nodes: [
        node('general-1', { status: { allocatable: { pods: '29' } } }),
        node('general-2', { status: { allocatable: { pods: '58' } } }),
      ],
      ciliumnodes: [
        ciliumNode('general-1'),
        ciliumNode('general-2', {
          spec: { eni: { 'instance-type': 'c6a.xlarge' } },
        }),
      ],
    },
    state: 'fired',
    says: /^1 c6a.xlarge node admits 58 pods .*; also 1 m6i.large 29 for/,
  },
  {
    name: 'warns of five pods too many',
    world: {
      nodes: [node('general-1', { status: { allocatable: { pods: '32' } } })],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'notes four pods too many, which nodes with the default have',
    world: {
      nodes: [node('general-1', { status: { allocatable: { pods: '31' } } })],
    },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'passes when maxPods equals the addresses',
    world: {
      nodes: [node('general-1', { status: { allocatable: { pods: '27' } } })],
    },
    state: 'pass',
  },
  {
    name: 'is unknown for an unknown type',
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
