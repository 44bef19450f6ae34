import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolNarrow. */
export const nodepoolNarrowDoc: CataloguedDoc = {
  title: 'NodePool has little choice',
  means:
    'A pool of spot only, of one instance type or family, or of one zone cannot launch when that capacity runs out.',
  foundBy:
    'Requirements of the NodePool: capacity-type In [spot], or instance-type, instance-family or zone In with one value.',
  whom: "NodePools of Karpenter's own AWS provider.",
  waits: 'Not at all; it is a note.',
  cannotSee:
    'What minimum the workload needs: a licence for one type is a good reason.',
  lookAlikes: 'Pools of GPUs or of one zone that are intended.',
  todo: [
    'Allow more types, zones or capacity types, where the workload allows it.',
  ],
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
};
