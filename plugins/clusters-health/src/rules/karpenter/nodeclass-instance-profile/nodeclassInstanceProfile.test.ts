import { describeRule } from '../../../testing/describeRule';
import { nodeclassConditionRows } from '../../../testing/nodeclassConditionRows';
import { nodeclassInstanceProfile } from './nodeclassInstanceProfile';

describeRule(
  nodeclassInstanceProfile,
  nodeclassConditionRows('InstanceProfileReady', 'Failed'),
);
