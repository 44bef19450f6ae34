import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimStuckDeleting. */
export const nodeclaimStuckDeletingDoc: RuleDoc = {
  title: 'Node does not go',
  means:
    'A node is being drained and something holds it: a PodDisruptionBudget that allows none, a pod that asks not to be disrupted, a volume, a finalizer. It stays cordoned and costs on.',
  foundBy:
    'NodeClaim metadata.deletionTimestamp is older than 15 minutes, or past its terminationGracePeriod by 5 (warning); older than an hour (critical). The event FailedDraining is written at every drain and is no sign.',
  todo: 'Free the pod that is named; without one, look at volumes and finalizers.',
  source: 'https://karpenter.sh/docs/concepts/disruption/',
};
