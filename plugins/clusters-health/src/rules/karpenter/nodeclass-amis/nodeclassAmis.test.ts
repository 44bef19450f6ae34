import { describeRule } from '../../../testing/describeRule';
import { nodeclassConditionRows } from '../../../testing/nodeclassConditionRows';
import { nodeClass } from '../../../testing/world';
import { nodeclassAmis } from './nodeclassAmis';

describeRule(nodeclassAmis, [
  ...nodeclassConditionRows('AMIsReady', 'AMINotFound'),
  {
    name: 'warns of a deprecated image',
    world: {
      ec2nodeclasses: [
        nodeClass('default', {
          status: { amis: [{ id: 'ami-1', deprecated: true }] },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'deprecated',
  },
]);
