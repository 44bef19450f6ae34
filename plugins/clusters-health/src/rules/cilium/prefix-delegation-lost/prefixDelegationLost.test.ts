import { prefixDelegationLost } from './prefixDelegationLost';
import { ciliumNode, config } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const on = { configmaps: [config({ 'aws-enable-prefix-delegation': 'true' })] };
const of = (options: object) => ({
  ...on,
  ciliumnodes: [ciliumNode('a', options)],
});

judges(prefixDelegationLost, [
  {
    what: 'single addresses',
    given: of({ enis: [8] }),
    said: ['warning CiliumNode/a'],
  },
  {
    what: 'one interface with prefixes, one without',
    given: of({ enis: [16, 2], prefixes: [1, 0] }),
    said: ['warning CiliumNode/a'],
  },
  { what: 'one address only', given: of({ enis: [1] }) },
  { what: 'prefixes', given: of({ enis: [32], prefixes: [2] }) },
  {
    what: 'switched off for this node',
    given: of({ enis: [8], eni: { 'disable-prefix-delegation': true } }),
  },
  { what: 'a Xen type', given: of({ enis: [8], type: 'm4.large' }) },
  {
    what: 'a type that is not known',
    given: of({ enis: [8], type: 'x9.huge' }),
    state: 'unknown',
    says: 'x9.huge',
  },
  {
    what: 'prefix delegation is off',
    given: { ciliumnodes: [ciliumNode('a', { enis: [8] })] },
    state: 'notApplicable',
  },
]);
