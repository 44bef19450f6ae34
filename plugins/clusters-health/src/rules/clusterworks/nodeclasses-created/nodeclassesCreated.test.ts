import { describeRule } from '../../../testing/describeRule';
import { nodeclassesCreated } from './nodeclassesCreated';

describeRule(nodeclassesCreated, [
  {
    name: 'notes that there is none',
    world: { ec2nodeclasses: [] },
    state: 'fired',
  },
]);
