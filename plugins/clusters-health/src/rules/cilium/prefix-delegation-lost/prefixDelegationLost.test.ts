import { prefixDelegationLost } from './prefixDelegationLost';
import {
  ciliumNode,
  config,
  ciliumTable,
  node,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const on = { configmaps: [config({ 'aws-enable-prefix-delegation': 'true' })] };
const of = (options: object) => ({
  ...on,
  ciliumnodes: [ciliumNode('a', options)],
});

describeRule(
  prefixDelegationLost,
  [
    {
      name: 'single addresses',
      world: of({ enis: [8] }),
      said: ['warning CiliumNode/a'],
    },
    {
      name: 'one interface with prefixes, one without',
      world: of({ enis: [16, 2], prefixes: [1, 0] }),
      said: ['warning CiliumNode/a'],
    },
    {
      name: 'a node that is being deleted',
      world: { ...of({ enis: [8] }), nodes: [node('a', { deleted: true })] },
    },
    {
      name: 'a node that is gone',
      world: { ...of({ enis: [8] }), nodes: [] },
    },
    { name: 'one address only', world: of({ enis: [1] }) },
    { name: 'prefixes', world: of({ enis: [32], prefixes: [2] }) },
    {
      name: 'switched off for this node',
      world: of({ enis: [8], eni: { 'disable-prefix-delegation': true } }),
    },
    { name: 'a Xen type', world: of({ enis: [8], type: 'm4.large' }) },
    {
      name: 'a type that is not known',
      world: of({ enis: [8], type: 'x9.huge' }),
      state: 'unknown',
      says: 'x9.huge',
    },
    {
      name: 'prefix delegation is off',
      world: { ciliumnodes: [ciliumNode('a', { enis: [8] })] },
      state: 'notApplicable',
    },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);
