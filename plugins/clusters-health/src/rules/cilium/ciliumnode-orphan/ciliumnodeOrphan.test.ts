import { ciliumnodeOrphan } from './ciliumnodeOrphan';
import { ciliumNode } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const left = { ciliumnodes: [ciliumNode('a'), ciliumNode('gone')] };

judges(ciliumnodeOrphan, [
  {
    what: 'for 15 minutes',
    given: left,
    for: 900,
    said: ['warning CiliumNode/gone'],
  },
  { what: 'for just below 15 minutes', given: left, for: 870 },
  {
    what: 'at a first look',
    given: left,
    state: 'unknown',
    says: 'second look',
  },
]);
