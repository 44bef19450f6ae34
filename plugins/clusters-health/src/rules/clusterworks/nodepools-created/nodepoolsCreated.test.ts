import { describeRule } from '../../../testing/describeRule';
import { nodepoolsCreated } from './nodepoolsCreated';

describeRule(nodepoolsCreated, [
  {
    name: 'notes that there is none',
    world: { nodepools: [] },
    state: 'fired',
  },
]);
