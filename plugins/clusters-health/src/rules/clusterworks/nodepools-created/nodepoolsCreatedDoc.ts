import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule nodepoolsCreated. */
export const nodepoolsCreatedDoc = checklistDoc({
  point: 'NodePools created',
  foundBy: 'There is a NodePool.',
  whom: 'Clusters that run Karpenter themselves; not those whose pools are all of EKS Auto Mode.',
  waits: 'Not at all; it is a note.',
  cannotSee: 'Whether the pool is ready (nodepool-not-ready).',
  lookAlikes: 'A cluster that is being built.',
  todo: "See what the cluster's overlay would create; then apply it, as nothing-installed says",
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
});
