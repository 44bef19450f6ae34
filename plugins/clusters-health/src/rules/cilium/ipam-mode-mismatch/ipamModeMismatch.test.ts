import { ipamModeMismatch } from './ipamModeMismatch';
import {
  ciliumNode,
  config,
  operator,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const image = (name: string) => ({
  deployments: [operator({ image: `registry.acme.io/cilium/${name}:v1.19.9` })],
});
const pool = { configmaps: [config({ ipam: 'cluster-pool' })] };
const said = ['critical Deployment/cilium-operator'];

describeRule(
  ipamModeMismatch,
  [
    { name: 'all agree', world: {} },
    { name: 'an operator image for all platforms', world: image('operator') },
    {
      name: 'the generic operator',
      world: image('operator-generic'),
      said,
      says: 'operator-generic',
    },
    {
      name: 'a node without an instance type',
      world: { ciliumnodes: [ciliumNode('a', { type: '', age: 300 })] },
      said,
      says: '1 CiliumNodes have no instance type',
    },
    {
      name: 'a new node without an instance type',
      world: { ciliumnodes: [ciliumNode('a', { type: '', age: 299 })] },
    },
    {
      name: 'another mode in the configuration, nodes in ENI mode',
      world: pool,
      said,
      says: 'cluster-pool',
    },
    {
      name: 'all agree on another mode',
      world: { ...pool, ...image('operator-generic') },
      state: 'notApplicable',
    },
    { name: 'no operator', world: { deployments: [] }, state: 'unknown' },
    { name: 'no cilium-config', world: { configmaps: [] }, state: 'unknown' },
  ],
  ciliumTable,
);
