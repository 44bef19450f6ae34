import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumAgentsNotReady. */
export const ciliumAgentsNotReadyDoc: RuleDoc = {
  title: 'Cilium agents are not ready everywhere',
  means:
    'On a node without a ready agent no pod starts and network policies and Services are not updated.',
  foundBy:
    'DaemonSet of the agent: numberReady below desiredNumberScheduled for more than 5 minutes (warning); fewer than half ready, or none wanted although there are nodes (critical). Up to two away during a rollout is normal; a rollout that goes on is info.',
  todo: 'Look at the pods that are not ready. A crash of the init container `config` means that the API server is not reached (k8sServiceHost, kube-proxy).',
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
};
