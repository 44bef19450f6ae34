import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolBudgetBlocks. */
export const nodepoolBudgetBlocksDoc: CataloguedDoc = {
  title: 'Disruption budget lets no node go',
  means:
    'Karpenter may not voluntarily consolidate or replace any node of the pool. With a schedule this is intended; without one, drifted nodes stay forever.',
  foundBy:
    'The least of the budgets that hold now (UTC) is 0 while the pool has nodes, for every reason that the budget names. A note; a warning when drifted nodes wait and the budget has no schedule.',
  whom: "NodePools of Karpenter's own AWS provider that have nodes in service.",
  waits:
    'Not at all; a note, and a warning only where drifted nodes would wait forever.',
  cannotSee: 'Whether the budget is intended.',
  lookAlikes:
    'A maintenance window (schedule and duration), a percentage of few nodes (it rounds up to one).',
  todo: [
    'See the budgets; the smallest of those in force counts.',
    'In a window: wait for its end.',
    'Otherwise raise `nodes` of the budget in git, or give it a schedule and a duration.',
  ],
  source:
    'https://karpenter.sh/docs/concepts/disruption/#nodepool-disruption-budgets',
};
