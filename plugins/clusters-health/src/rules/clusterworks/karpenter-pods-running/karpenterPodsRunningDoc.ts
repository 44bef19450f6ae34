import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of karpenterPodsRunning. */
export const karpenterPodsRunningDoc = checklistDoc({
  point: 'Karpenter pods running',
  foundBy:
    'Deployment with label app.kubernetes.io/name=karpenter: status.availableReplicas equals spec.replicas.',
  todo: 'See why its pods do not run',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
});
