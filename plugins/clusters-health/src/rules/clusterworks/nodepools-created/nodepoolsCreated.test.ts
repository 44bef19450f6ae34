import { describeRule } from '../../../testing/describeRule';
import { nodePool } from '../../../testing/world';
import { nodepoolsCreated } from './nodepoolsCreated';

describeRule(nodepoolsCreated, [
  {
    name: 'notes that there is none',
    world: { nodepools: [] },
    state: 'fired',
  },
  {
    name: 'does not apply where all are of EKS Auto Mode',
    world: {
      nodepools: [
        nodePool('auto', {
          spec: {
            template: {
              spec: { nodeClassRef: { group: 'eks.amazonaws.com' } },
            },
          },
        }),
      ],
    },
    state: 'notApplicable',
  },
]);
