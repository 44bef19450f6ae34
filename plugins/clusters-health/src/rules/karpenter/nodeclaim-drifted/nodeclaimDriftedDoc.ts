import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimDrifted. */
export const nodeclaimDriftedDoc: CataloguedDoc = {
  title: 'Nodes are drifted',
  means:
    'The pool, the class, or the image it resolves to has changed since the nodes were launched. Karpenter replaces them one by one, as budgets, PodDisruptionBudgets and pods allow.',
  foundBy:
    'NodeClaim condition Drifted is True; one finding per NodePool. A note; a warning when the oldest has waited for more than 24 hours. A limit of the pool that is used up is named: a replacement is launched before the old node goes.',
  whom: "NodeClaims of Karpenter's own AWS provider, by NodePool.",
  waits:
    'A note at once, a warning after 24 hours: replacing a pool takes hours.',
  cannotSee:
    'Whether Karpenter is at it: budgets and windows may let nobody go now.',
  lookAlikes: 'A rollout of a new image in progress, a maintenance window.',
  todo: [
    'Look at what is named: limits of the pool, PodDisruptionBudgets, do-not-disrupt.',
    'See the budgets of the pool.',
  ],
  source: 'https://karpenter.sh/docs/concepts/disruption/#drift',
};
