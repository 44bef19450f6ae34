import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule nodeclassesCreated. */
export const nodeclassesCreatedDoc = checklistDoc({
  point: 'NodeClasses created',
  foundBy: 'There is an EC2NodeClass.',
  whom: 'Clusters that run Karpenter themselves.',
  waits: 'Not at all; it is a note.',
  cannotSee: 'Whether the class is ready (nodeclass rules).',
  lookAlikes: 'A cluster that is being built.',
  todo: "See what the cluster's overlay would create; then apply it, as nothing-installed says",
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
});
