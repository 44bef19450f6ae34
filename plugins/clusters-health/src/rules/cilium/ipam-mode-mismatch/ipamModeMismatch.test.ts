import { ipamModeMismatch } from './ipamModeMismatch';
import {
  ciliumNode,
  config,
  operator,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const image = (name: string) => ({
  deployments: [operator({ image: `registry.acme.io/cilium/${name}:v1.19.9` })],
});
const pool = { configmaps: [config({ ipam: 'cluster-pool' })] };
const said = ['critical Deployment/cilium-operator'];

judges(ipamModeMismatch, [
  { what: 'all agree', given: {} },
  { what: 'an operator that has it all', given: image('operator') },
  {
    what: 'the generic operator',
    given: image('operator-generic'),
    said,
    says: 'operator-generic',
  },
  {
    what: 'a node without an instance type',
    given: { ciliumnodes: [ciliumNode('a', { type: '', age: 300 })] },
    said,
    says: '1 CiliumNodes have no instance type',
  },
  {
    what: 'a new node without an instance type',
    given: { ciliumnodes: [ciliumNode('a', { type: '', age: 299 })] },
  },
  {
    what: 'the configuration says otherwise, nodes are in ENI mode',
    given: pool,
    said,
    says: 'cluster-pool',
  },
  {
    what: 'all agree on something else',
    given: { ...pool, ...image('operator-generic') },
    state: 'notApplicable',
  },
  { what: 'no operator', given: { deployments: [] }, state: 'unknown' },
  { what: 'no cilium-config', given: { configmaps: [] }, state: 'unknown' },
]);
