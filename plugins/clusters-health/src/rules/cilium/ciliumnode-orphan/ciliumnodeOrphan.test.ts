import { ciliumnodeOrphan } from './ciliumnodeOrphan';
import { ciliumNode, ciliumTable } from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const left = { ciliumnodes: [ciliumNode('a'), ciliumNode('gone')] };

describeRule(
  ciliumnodeOrphan,
  [
    {
      name: 'for 15 minutes',
      world: left,
      for: 900,
      said: ['warning CiliumNode/gone'],
    },
    { name: 'for just below 15 minutes', world: left, for: 870 },
    {
      name: 'at a first look',
      world: left,
      state: 'unknown',
      says: 'second look',
    },
  ],
  ciliumTable,
);
