import { RuleDoc } from '../../../rule/Rule';

/** What people read of podsWaiting. */
export const podsWaitingDoc: RuleDoc = {
  title: 'Pods wait for a node',
  means:
    'The scheduler finds no place for pods and Karpenter has not made one. The troubleshooting chapter "Karpenter not provisioning nodes" begins here.',
  foundBy:
    'Pods with PodScheduled False, reason Unschedulable, for more than 5 minutes (DaemonSet and mirror pods left out), grouped by what Karpenter last said of them. When events cannot be read, from 30 s on if no NodeClaim is on its way: nothing else would show it.',
  todo: 'Follow the cause that is named. Without any Karpenter event: no NodePool is Ready (P1), or the controller is down (C1 to C3).',
  source: 'https://karpenter.sh/docs/troubleshooting/',
};
