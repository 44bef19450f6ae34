import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of nodeclassesCreated. */
export const nodeclassesCreatedDoc = checklistDoc({
  point: 'NodeClasses created',
  foundBy: 'There is an EC2NodeClass.',
  todo: "Apply the cluster's overlay",
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
});
