import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of workloadRunsOnKarpenter. */
export const workloadRunsOnKarpenterDoc = checklistDoc({
  point: 'Test deployment scaled successfully',
  foundBy:
    'A pod that is no DaemonSet pod runs on a node that belongs to a NodePool.',
  todo: 'Scale the test deployment and watch',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
});
