import { RuleDoc } from '../../../rule/Rule';

/** What people read of controllerDown. */
export const controllerDownDoc: RuleDoc = {
  title: 'Karpenter controller is down',
  means:
    'No replica of the controller is available: no node is launched, replaced or consolidated, and spot interruptions are not handled. With some replicas missing there is no stand-in for the leader.',
  foundBy:
    'Deployment with label app.kubernetes.io/name=karpenter in any namespace: status.availableReplicas is 0 (critical) or below spec.replicas (warning; during a rollout only after 5 minutes).',
  todo: 'Look at the events and logs of its pods. A second replica that stays Pending needs another node that Karpenter does not own, in another zone, or replicas: 1.',
  source: 'https://karpenter.sh/docs/troubleshooting/',
};
