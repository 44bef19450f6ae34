import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimWaitsForDevice. */
export const nodeclaimWaitsForDeviceDoc: CataloguedDoc = {
  title: 'Devices of a node are not registered',
  means:
    'Karpenter launched the node for a device (for example nvidia.com/gpu) that nothing has announced on it: the device plugin is missing, or does not tolerate the taints of the pool. The node costs and serves nobody; Karpenter never gives up on it.',
  foundBy:
    'NodeClaim condition Initialized is not True with reason ResourceNotRegistered (or DRADriverPoolsNotPublished) more than 5 minutes after creation.',
  whom: "NodeClaims of Karpenter's own AWS provider that were launched for a device.",
  waits: '5 minutes: drivers take two or three to load.',
  cannotSee: "Whether the driver loads: its pod's log tells.",
  lookAlikes: 'A node that still waits for Cilium (nodeclaim-waits-for-cni).',
  todo: [
    'See whether the device plugin runs on the node.',
    'Let its DaemonSet tolerate the taints of the pool.',
    'Install it where it is missing; drivers come with the AL2023 image.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/initialization.go',
};
