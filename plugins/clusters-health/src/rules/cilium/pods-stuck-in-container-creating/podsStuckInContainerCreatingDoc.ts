import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule podsStuckInContainerCreating. */
export const podsStuckInContainerCreatingDoc: CataloguedDoc = {
  title: 'Pods hang in ContainerCreating',
  means:
    'Kubelet asks Cilium for a network for the pod and gets none. Karpenter does not react: the pod is already bound to the node.',
  foundBy:
    'Event FailedCreatePodSandBox of the last 10 minutes on a pod that still has no address (warning); critical when it has gone on for 5 minutes. The message tells the cause: no free address, an address that the agent considers in use, an address on an interface that the node does not have, no identity, agent down or too slow, rate limit, never installed, or another CNI. Any other message is quoted.',
  whom: "Pods without an address on nodes that Cilium's agent belongs on.",
  waits:
    'Not at all; critical after 5 minutes. An event counts for 10 minutes while the pod has no address.',
  cannotSee: 'Failures with a message that is not known here: it is quoted.',
  lookAlikes:
    'Pods that wait for an image or a volume; nodes of another CNI; a burst that the rate limit slows down.',
  todo: [
    'No address: node-address-pressure, prefix-pool-gap.',
    'Address in use: find the left-over endpoint, restart the agent of the node.',
    'No interface: ciliumnode-of-other-instance. Agent down: cilium-agent-down. Another CNI: aws-node-conflict.',
    'Rate limit: it passes.',
  ],
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
};
