import { describeRule } from '../../../testing/describeRule';
import { ago, nodeClaim, pod } from '../../../testing/world';
import { nodeclaimStuckDeleting } from './nodeclaimStuckDeleting';

const going = (minutes: number, spec: Record<string, unknown> = {}) =>
  nodeClaim('general-1', {
    metadata: {
      deletionTimestamp: ago(minutes),
      finalizers: ['karpenter.sh/termination'],
    },
    spec,
  });

describeRule(nodeclaimStuckDeleting, [
  {
    name: 'warns after 15 minutes',
    world: { nodeclaims: [going(16)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is critical after an hour',
    world: { nodeclaims: [going(61)] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'waits for 15 minutes',
    world: { nodeclaims: [going(14)] },
    state: 'pass',
  },
  {
    name: 'waits no longer than the grace period and a little',
    world: { nodeclaims: [going(8, { terminationGracePeriod: '2m' })] },
    state: 'fired',
  },
  {
    name: 'names the budget that holds it',
    world: {
      nodeclaims: [going(20)],
      pods: [pod('web-1', { metadata: { labels: { app: 'web' } } })],
      poddisruptionbudgets: [
        {
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: {
            name: 'guard',
            namespace: 'default',
            creationTimestamp: ago(99),
          },
          spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
          status: {
            disruptionsAllowed: 0,
            currentHealthy: 1,
            desiredHealthy: 1,
          },
        },
      ],
    },
    state: 'fired',
    says: 'held by PodDisruptionBudget guard',
  },
  {
    name: 'names the pod that asks not to be disrupted',
    world: {
      nodeclaims: [going(20)],
      pods: [
        pod('job-1', {
          metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
        }),
      ],
    },
    state: 'fired',
    says: 'held by pod job-1',
  },
]);
