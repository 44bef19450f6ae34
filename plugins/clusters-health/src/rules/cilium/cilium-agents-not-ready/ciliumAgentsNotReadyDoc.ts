import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumAgentsNotReady. */
export const ciliumAgentsNotReadyDoc: CataloguedDoc = {
  title: 'Cilium agents are not ready everywhere',
  means:
    'On a node without a ready agent no pod starts and network policies and Services are not updated.',
  foundBy:
    'DaemonSet of the agent: numberReady below desiredNumberScheduled for more than 5 minutes (warning); fewer than half ready, or none wanted although there are nodes (critical). Up to two agents missing during a rollout is normal; a rollout in progress is info. Unknown while no agent is ready and that has not lasted for 5 minutes. Immediately when the API server refuses the pods (events FailedCreate) or kubelet cannot start one (image, volume).',
  whom: "The DaemonSet of Cilium's agent.",
  waits:
    '5 minutes: a rollout stops two agents at a time, and a booting node needs up to 4 minutes. No waiting when the API server refuses the pods.',
  cannotSee: 'Traffic that drops although the agent is ready.',
  lookAlikes:
    'A rollout, nodes that boot one after the other, silent nodes (node-not-ready).',
  todo: [
    'See which agents are not ready, and on which nodes.',
    'Read the log of the container that fails; `config` means that the API server is not reached (k8sServiceHost, kube-proxy).',
  ],
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
};
