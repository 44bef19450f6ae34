import { RuleDoc } from '../../../rule/Rule';

/** What people read of podsStuckInContainerCreating. */
export const podsStuckInContainerCreatingDoc: RuleDoc = {
  title: 'Pods hang in ContainerCreating',
  means:
    'Kubelet asks Cilium for a network for the pod and gets none. Karpenter does not react: the pod is already bound to the node.',
  foundBy:
    'Event FailedCreatePodSandBox of the last 10 minutes on a pod that still has no address (warning); critical when it has gone on for 5 minutes. The message tells the cause: no free address, agent down, rate limit, never installed, or another CNI.',
  todo: 'No address: D12, D21. Agent down: D02. Rate limit: it passes. Another CNI: D13.',
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
};
