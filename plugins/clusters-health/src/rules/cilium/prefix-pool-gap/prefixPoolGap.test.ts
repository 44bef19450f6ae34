import { kinds } from '../../../kinds';
import { expectedCidrs, prefixPoolGap } from './prefixPoolGap';
import {
  agentPod,
  agentSet,
  ciliumNode,
  pod,
  sandboxEvent,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

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

describeRule(
  prefixPoolGap,
  [
    {
      name: 'two of three prefixes taken, pods fail',
      world: { ...newer, ...failing, ...taken(2) },
      said: ['critical CiliumNode/a'],
      says: 'uses 2 of 3',
    },
    { name: 'all taken', world: { ...newer, ...failing, ...taken(3) } },
    { name: 'no pod fails', world: { ...newer, ...taken(2) } },
    {
      name: 'before 1.20',
      world: { ...failing, ...taken(2) },
      state: 'notApplicable',
    },
    {
      name: 'version not known',
      world: {
        ...failing,
        ...taken(2),
        daemonsets: [agentSet({ image: 'quay.io/cilium/cilium@sha256:1' })],
      },
      state: 'unknown',
    },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);

it.each([
  ['three prefixes', { enis: [48], prefixes: [3] }, 3],
  ['one prefix and two single addresses', { enis: [18], prefixes: [1] }, 3],
  ['single addresses only', { enis: [9, 3] }, 12],
])('counts the blocks of %s', (_what, options, expected) => {
  const facts = kinds.ciliumnodes.project(ciliumNode('a', options));
  expect(facts && expectedCidrs(facts)).toBe(expected);
});
