import { describeRule } from '../../../testing/describeRule';
import { condition, karpenterAt, nodeClass } from '../../../testing/world';
import { nodeclassStickyCidr } from './nodeclassStickyCidr';

const stuck = nodeClass('default', {
  status: {
    conditions: [
      condition('SubnetsReady', 'True'),
      condition('AMIsReady', 'True'),
      condition(
        'Ready',
        'False',
        30,
        'NodeClassNotReady',
        'Failed to detect the cluster CIDR',
      ),
    ],
  },
});

describeRule(
  nodeclassStickyCidr,
  [
    {
      name: 'fires on 1.6',
      world: { ec2nodeclasses: [stuck], deployments: [karpenterAt('1.6.2')] },
      state: 'fired',
      severity: 'critical',
    },
    {
      name: 'fires when the version is not known',
      world: { ec2nodeclasses: [stuck], deployments: [] },
      state: 'fired',
    },
    {
      name: 'passes on 1.6 when all is well',
      world: { deployments: [karpenterAt('1.6.2')] },
      state: 'pass',
    },
  ],
  { healthy: 'notApplicable' },
);
