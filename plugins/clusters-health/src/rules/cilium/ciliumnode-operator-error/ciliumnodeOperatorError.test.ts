import { ciliumnodeOperatorError } from './ciliumnodeOperatorError';
import { ciliumNode, config } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

judges(ciliumnodeOperatorError, [
  {
    what: 'cluster-pool, no block left',
    given: {
      configmaps: [config({ ipam: 'cluster-pool' })],
      ciliumnodes: [ciliumNode('a', { error: 'pool is full' })],
    },
    said: ['critical CiliumNode/a'],
    says: 'pool is full',
  },
  {
    what: 'cluster-pool, no error',
    given: { configmaps: [config({ ipam: 'cluster-pool' })] },
  },
  { what: 'ENI mode', given: {}, state: 'notApplicable' },
]);
