import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolNarrow. */
export const nodepoolNarrowDoc: RuleDoc = {
  title: 'NodePool has little choice',
  means:
    'A pool of spot only, of one instance type or family, or of one zone has nowhere to go when that runs out.',
  foundBy:
    'Requirements of the NodePool: capacity-type In [spot], or instance-type, instance-family or zone In with one value.',
  todo: 'Allow more, where the workload does.',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
};
