import { describeRule } from '../../../testing/describeRule';
import { nothingInstalled } from './nothingInstalled';

describeRule(nothingInstalled, [
  {
    name: 'fires without a NodePool',
    world: { nodepools: [] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires without an EC2NodeClass',
    world: { ec2nodeclasses: [] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'notes that Karpenter is not installed',
    states: { nodepools: 'notInstalled', ec2nodeclasses: 'notInstalled' },
    state: 'fired',
    severity: 'info',
    count: 2,
  },
  {
    name: 'does not take forbidden for none',
    states: { nodepools: 'forbidden' },
    state: 'unknown',
  },
]);
