import { describeRule } from '../../../testing/describeRule';
import { condition, youngClaim } from '../../../testing/world';
import { nodeclaimNotRegistering } from './nodeclaimNotRegistering';

const launched = (minutes: number) =>
  youngClaim(
    'general-2',
    minutes,
    condition('Launched', 'True', minutes),
    condition(
      'Registered',
      'Unknown',
      minutes,
      'NodeNotFound',
      'Node not registered with cluster',
    ),
  );

describeRule(nodeclaimNotRegistering, [
  {
    name: 'warns after 3 minutes',
    world: { nodeclaims: [launched(4)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is critical after 10',
    world: { nodeclaims: [launched(11)] },
    state: 'fired',
    severity: 'critical',
    says: 'deletes it at 15 min',
  },
  {
    name: 'waits for 3 minutes',
    world: { nodeclaims: [launched(2.9)] },
    state: 'pass',
  },
  {
    name: 'leaves two nodes of one id to L10',
    world: {
      nodeclaims: [
        youngClaim(
          'general-2',
          11,
          condition('Launched', 'True', 11),
          condition('Registered', 'False', 11, 'MultipleNodesFound'),
        ),
      ],
    },
    state: 'pass',
  },
]);
