import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolNoInstanceTypes. */
export const nodepoolNoInstanceTypesDoc: CataloguedDoc = {
  title: 'No instance type meets the NodePool',
  means:
    'The requirements of the pool leave no instance type of the region and its zones: it can never launch.',
  foundBy:
    'Event NoCompatibleInstanceTypes on the NodePool in the last 10 minutes, unless the pool also had InsufficientCapacityError: then every offering is only skipped for a while (insufficient-capacity).',
  whom: "NodePools of Karpenter's own AWS provider, since Karpenter 1.2.",
  waits:
    'Not at all: Karpenter writes the event when it has tried. It counts for 10 minutes.',
  cannotSee: 'Which requirement excludes the last type.',
  lookAlikes:
    'Offerings that EC2 refused a moment ago and that are left out for 3 minutes: that is insufficient-capacity.',
  todo: ['See what the pool asks for.', 'Relax requirements or minValues.'],
  since: 'Karpenter 1.2',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
};
