import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolNotReady. */
export const nodepoolNotReadyDoc: RuleDoc = {
  title: 'NodePool is not Ready',
  means:
    'Karpenter passes over a NodePool that is not Ready. When no pool is Ready, pending pods get no Karpenter event at all: nothing but this shows why they wait.',
  foundBy:
    'NodePool condition Ready is not True for its present generation, for 2 minutes and more. Critical when it holds for every pool, else a warning. Names the first of NodeClassReady and ValidationSucceeded that is not True.',
  todo: 'Follow the reason: mostly the EC2NodeClass of the pool.',
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
};
