import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimDrifted. */
export const nodeclaimDriftedDoc: RuleDoc = {
  title: 'Nodes are drifted',
  means:
    'The pool, the class, or the image it resolves to has changed since the nodes were launched. Karpenter replaces them one by one, as budgets, PodDisruptionBudgets and pods allow.',
  foundBy:
    'NodeClaim condition Drifted is True; one finding per NodePool. A note; a warning when the oldest has waited for more than 24 hours.',
  todo: 'Look at what blocks: budgets, PodDisruptionBudgets, do-not-disrupt.',
  source: 'https://karpenter.sh/docs/concepts/disruption/#drift',
};
