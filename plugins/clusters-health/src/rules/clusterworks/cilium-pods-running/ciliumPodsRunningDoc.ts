import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of ciliumPodsRunning. */
export const ciliumPodsRunningDoc = checklistDoc({
  point: 'Cilium pods running',
  foundBy:
    'DaemonSet cilium: status.numberReady equals desiredNumberScheduled.',
  todo: 'See which agent is not ready',
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
});
