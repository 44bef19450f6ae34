import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeNotReady. */
export const nodeNotReadyDoc: RuleDoc = {
  title: 'Node in service is not Ready',
  means:
    'The kubelet of a node that had joined stopped reporting or reports that it cannot run pods. Its NodeClaim still says Ready: Karpenter does not look at this after initialization.',
  foundBy:
    'Node condition Ready is False or Unknown for 20 s and more on a node older than 10 minutes or one that Karpenter has initialized, and that is not being deleted. Warning; critical when more than half of at least four nodes are silent.',
  todo: 'Look at the instance (status checks, system log, memory), then drain and replace it. With the feature gate NodeRepair Karpenter replaces it after 30 minutes.',
  source: 'https://kubernetes.io/docs/reference/node/node-status/',
};
