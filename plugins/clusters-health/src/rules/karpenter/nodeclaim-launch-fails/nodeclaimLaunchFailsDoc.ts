import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimLaunchFails. */
export const nodeclaimLaunchFailsDoc: RuleDoc = {
  title: 'Instance is not launched',
  means:
    'EC2 or IAM refuses the launch for a reason that does not go away by itself: rights, quota, a broken image or group. Karpenter tries again until its timeout (5 minutes since 1.7) and starts over with a new NodeClaim.',
  foundBy:
    'NodeClaim condition Launched is not True a minute after creation: critical with a reason other than AwaitingReconciliation, else a warning.',
  todo: 'Follow the reason: rights, quota, service-linked role, addresses.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/launch.go',
};
