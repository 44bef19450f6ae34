import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule ciliumPodsRunning. */
export const ciliumPodsRunningDoc = checklistDoc({
  point: 'Cilium pods running',
  foundBy:
    'DaemonSet cilium: status.numberReady equals desiredNumberScheduled.',
  whom: "The DaemonSet of Cilium's agent.",
  waits: 'Not at all; it is a note about the present state.',
  cannotSee: 'Which agent it is, and why: see cilium-agents-not-ready.',
  lookAlikes: 'A rollout, or a node that boots.',
  todo: 'See which agent is not ready',
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
});
