import { describeRule } from '../../../testing/describeRule';
import { condition, youngClaim } from '../../../testing/world';
import { nodeclaimLaunchFails } from './nodeclaimLaunchFails';

describeRule(nodeclaimLaunchFails, [
  {
    name: 'fires on a reason',
    world: {
      nodeclaims: [
        youngClaim(
          'general-2',
          2,
          condition('Launched', 'Unknown', 2, 'Unauthorized', 'no'),
        ),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'Unauthorized (no)',
  },
  {
    name: 'warns when nothing happens',
    world: { nodeclaims: [youngClaim('general-2', 2)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'waits for a minute',
    world: { nodeclaims: [youngClaim('general-2', 0.9)] },
    state: 'pass',
  },
  {
    name: 'waits no longer than a minute',
    world: { nodeclaims: [youngClaim('general-2', 1.1)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'needs a second look without a time',
    world: {
      nodeclaims: [
        { ...youngClaim('general-2', 2), metadata: { name: 'general-2' } },
      ],
    },
    state: 'unknown',
  },
]);
