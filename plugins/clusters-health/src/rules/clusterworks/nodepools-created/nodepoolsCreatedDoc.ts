import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of nodepoolsCreated. */
export const nodepoolsCreatedDoc = checklistDoc({
  point: 'NodePools created',
  foundBy: 'There is a NodePool.',
  todo: "Apply the cluster's overlay",
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
});
