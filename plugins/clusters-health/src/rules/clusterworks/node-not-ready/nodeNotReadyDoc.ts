import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeNotReady. */
export const nodeNotReadyDoc: CataloguedDoc = {
  title: 'Node in service is not Ready',
  means:
    'The kubelet of a node that had joined stopped reporting or reports that it cannot run pods. Its NodeClaim still says Ready: Karpenter does not look at this after initialization.',
  foundBy:
    'Node condition Ready is False or Unknown for 20 s and more on a node older than 10 minutes or one that Karpenter has initialized, and that is not being deleted. Warning; critical when more than half of at least four nodes are silent.',
  whom: 'Every node in service, whoever launched it: those of Karpenter once initialized, others after 10 minutes.',
  waits: "20 seconds: kubelet's heartbeat may be late once.",
  cannotSee: 'The state of the instance: EC2 tells.',
  lookAlikes:
    'A node that boots or is being removed; an API server that many nodes cannot reach at once.',
  todo: [
    'If many nodes are affected: look at the network and the API server first.',
    'Look at the instance (status checks, system log, memory).',
    'Drain and replace it. With the feature gate NodeRepair Karpenter replaces it after 30 minutes.',
  ],
  source: 'https://kubernetes.io/docs/reference/node/node-status/',
};
