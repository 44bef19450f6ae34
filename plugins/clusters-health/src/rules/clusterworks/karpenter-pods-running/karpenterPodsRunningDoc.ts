import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule karpenterPodsRunning. */
export const karpenterPodsRunningDoc = checklistDoc({
  point: 'Karpenter pods running',
  foundBy:
    'Deployment with label app.kubernetes.io/name=karpenter: status.availableReplicas equals spec.replicas.',
  whom: "Karpenter's controller.",
  waits: 'Not at all; it is a note about the present state.',
  cannotSee: 'Why: see controller-down.',
  lookAlikes: 'A rollout.',
  todo: 'See why its pods do not run',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
});
