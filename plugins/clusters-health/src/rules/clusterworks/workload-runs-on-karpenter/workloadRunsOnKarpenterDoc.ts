import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule workloadRunsOnKarpenter. */
export const workloadRunsOnKarpenterDoc = checklistDoc({
  point: 'Test deployment scaled successfully',
  foundBy:
    'A pod that is no DaemonSet pod runs on a node that belongs to a NodePool.',
  whom: "Nodes of Karpenter's own AWS provider.",
  waits: 'Not at all.',
  cannotSee: 'Whether scaling works: only the test deployment shows it.',
  lookAlikes: 'Nodes that carry DaemonSet pods only.',
  todo: 'Scale the test deployment and watch',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
});
