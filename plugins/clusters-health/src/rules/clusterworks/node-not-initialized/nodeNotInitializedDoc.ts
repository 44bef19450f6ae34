import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeNotInitialized. */
export const nodeNotInitializedDoc: CataloguedDoc = {
  title: 'New node does not get into service',
  means:
    'The node has registered, but is not Ready, or has a start-up taint that nothing removes. Karpenter has no time limit for this.',
  foundBy:
    'NodeClaim Registered is True and Initialized is not, more than 5 minutes after creation (warning), more than 15 (critical), unless it waits for Cilium (L3) or for a device (L4). Start-up taints that agents document (CSI drivers of EBS, EFS, FSx and S3, Istio) are named with their agent.',
  whom: "NodeClaims of Karpenter's own AWS provider whose nodes have joined.",
  waits: '5 minutes: start-up agents take one or two; critical after 15.',
  cannotSee: 'Agents that are not known here: their taint is named.',
  lookAlikes:
    "Cilium's taint (nodeclaim-waits-for-cni), devices (nodeclaim-waits-for-device).",
  todo: [
    'See whether the agent that removes the taint runs on the node.',
    'Restart it if it is ready: it removes its taint only when it starts.',
    'Otherwise follow the reason that kubelet gives.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/initialization.go',
};
