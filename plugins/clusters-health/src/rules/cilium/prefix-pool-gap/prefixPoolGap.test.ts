import { kinds } from '../../../kinds';
import { expectedCidrs, prefixPoolGap } from './prefixPoolGap';
import {
  agentPod,
  agentSet,
  ciliumNode,
  pod,
  sandboxEvent,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const newer = {
  daemonsets: [agentSet({ image: 'quay.io/cilium/cilium:v1.20.4' })],
};
const failing = {
  pods: [agentPod('a'), pod('web', { phase: 'Pending', ready: false })],
  events: [
    sandboxEvent('web', 'all CIDR ranges are exhausted', {
      first: 60,
      last: 5,
    }),
  ],
};
const taken = (cidrs: number) => ({
  ciliumnodes: [ciliumNode('a', { enis: [48], prefixes: [3], cidrs })],
});

judges(prefixPoolGap, [
  {
    what: 'two of three prefixes taken, pods fail',
    given: { ...newer, ...failing, ...taken(2) },
    said: ['critical CiliumNode/a'],
    says: 'uses 2 of 3',
  },
  { what: 'all taken', given: { ...newer, ...failing, ...taken(3) } },
  { what: 'nobody suffers', given: { ...newer, ...taken(2) } },
  {
    what: 'before 1.20',
    given: { ...failing, ...taken(2) },
    state: 'notApplicable',
  },
  {
    what: 'version not known',
    given: {
      ...failing,
      ...taken(2),
      daemonsets: [agentSet({ image: 'quay.io/cilium/cilium@sha256:1' })],
    },
    state: 'unknown',
  },
]);

it.each([
  ['three prefixes', { enis: [48], prefixes: [3] }, 3],
  ['one prefix and two single addresses', { enis: [18], prefixes: [1] }, 3],
  ['single addresses only', { enis: [9, 3] }, 12],
])('counts the blocks of %s', (_what, options, expected) => {
  const facts = kinds.ciliumnodes.project(ciliumNode('a', options));
  expect(facts && expectedCidrs(facts)).toBe(expected);
});
