import { ciliumnodeOperatorError } from './ciliumnodeOperatorError';
import {
  ciliumNode,
  config,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

describeRule(
  ciliumnodeOperatorError,
  [
    {
      name: 'cluster-pool, no block left',
      world: {
        configmaps: [config({ ipam: 'cluster-pool' })],
        ciliumnodes: [ciliumNode('a', { error: 'pool is full' })],
      },
      said: ['critical CiliumNode/a'],
      says: 'pool is full',
    },
    {
      name: 'cluster-pool, no error',
      world: { configmaps: [config({ ipam: 'cluster-pool' })] },
    },
    { name: 'ENI mode', world: {}, state: 'notApplicable' },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);
