import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimWaitsForDevice. */
export const nodeclaimWaitsForDeviceDoc: RuleDoc = {
  title: 'Devices of a node are not registered',
  means:
    'Karpenter launched the node for a device (for example nvidia.com/gpu) that nothing has announced on it: the device plugin is missing, or does not tolerate the taints of the pool. The node costs and serves nobody; Karpenter never gives up on it.',
  foundBy:
    'NodeClaim condition Initialized is not True with reason ResourceNotRegistered (or DRADriverPoolsNotPublished) more than 5 minutes after creation.',
  todo: 'Install the device plugin and let it tolerate the taints of the pool; drivers come with the AL2023 image.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/initialization.go',
};
