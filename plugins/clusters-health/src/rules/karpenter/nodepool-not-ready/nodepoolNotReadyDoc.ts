import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolNotReady. */
export const nodepoolNotReadyDoc: CataloguedDoc = {
  title: 'NodePool is not Ready',
  means:
    'Karpenter passes over a NodePool that is not Ready. When no pool is Ready, pending pods get no event from Karpenter: only this condition shows why they wait.',
  foundBy:
    'NodePool condition Ready is not True for its present generation, for 2 minutes and more. Critical when it holds for every pool, else a warning. Names the first of NodeClassReady and ValidationSucceeded that is not True.',
  whom: "NodePools of Karpenter's own AWS provider that are not being deleted.",
  waits: '2 minutes: an edit of pool or class makes it unready for seconds.',
  cannotSee: 'Why a class is not ready where its own conditions do not say.',
  lookAlikes:
    'An edit that Karpenter has not processed yet; pools of EKS Auto Mode.',
  todo: [
    'See the conditions of its EC2NodeClass.',
    'Follow the reason; the pool turns Ready by itself.',
  ],
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
};
