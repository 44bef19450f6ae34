import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolNoInstanceTypes. */
export const nodepoolNoInstanceTypesDoc: RuleDoc = {
  title: 'No instance type meets the NodePool',
  means:
    'The requirements of the pool leave no instance type of the region and its zones: it can never launch.',
  foundBy:
    'Event NoCompatibleInstanceTypes on the NodePool in the last 10 minutes, unless the pool also had InsufficientCapacityError: then every offering is only skipped for a while (L8).',
  todo: 'Relax requirements or minValues of the pool.',
  since: 'Karpenter 1.2',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
};
