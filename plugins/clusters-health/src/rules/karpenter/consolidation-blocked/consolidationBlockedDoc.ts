import { RuleDoc } from '../../../rule/Rule';

/** What people read of consolidationBlocked. */
export const consolidationBlockedDoc: RuleDoc = {
  title: 'A node cannot be consolidated',
  means:
    'Karpenter would remove or replace the node, and a PodDisruptionBudget that allows none, or a pod that asks not to be disrupted, holds it. Nobody is hurt; it costs.',
  foundBy:
    'Events DisruptionBlocked or Unconsolidatable of the last 15 minutes whose text names a PodDisruptionBudget or a do-not-disrupt annotation; one finding per blocker.',
  todo: 'More replicas or a smaller minAvailable; remove the annotation when the work is done.',
  source: 'https://karpenter.sh/docs/concepts/disruption/#consolidation',
};
