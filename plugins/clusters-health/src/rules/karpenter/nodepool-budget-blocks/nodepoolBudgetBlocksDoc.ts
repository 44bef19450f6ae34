import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolBudgetBlocks. */
export const nodepoolBudgetBlocksDoc: RuleDoc = {
  title: 'Disruption budget lets no node go',
  means:
    'Karpenter may not consolidate or replace any node of the pool on its own accord. Meant so in a schedule; without one, drifted nodes stay old for ever.',
  foundBy:
    'The least of the budgets that hold now (UTC) is 0 while the pool has nodes, for every reason that the budget names. A note; a warning when drifted nodes wait and the budget has no schedule.',
  todo: 'Edit spec.disruption.budgets, or wait for the window to end.',
  source:
    'https://karpenter.sh/docs/concepts/disruption/#nodepool-disruption-budgets',
};
