import { describeRule } from '../../../testing/describeRule';
import { nodeclassConditionRows } from '../../../testing/nodeclassConditionRows';
import { nodeclassSecurityGroups } from './nodeclassSecurityGroups';

describeRule(
  nodeclassSecurityGroups,
  nodeclassConditionRows('SecurityGroupsReady', 'SecurityGroupsNotFound'),
);
