import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimLaunchFails. */
export const nodeclaimLaunchFailsDoc: CataloguedDoc = {
  title: 'Instance is not launched',
  means:
    'EC2 or IAM refuses the launch for a reason that does not go away by itself: rights, quota, a broken image or group. Karpenter tries again until its timeout (5 minutes since 1.7) and starts over with a new NodeClaim.',
  foundBy:
    'NodeClaim condition Launched is not True a minute after creation: critical with a reason other than AwaitingReconciliation, else a warning.',
  whom: "NodeClaims of Karpenter's own AWS provider that are to become nodes.",
  waits: 'A minute: a launch takes seconds.',
  cannotSee:
    'What EC2 said of launches that have no NodeClaim any more (insufficient-capacity).',
  lookAlikes:
    'A claim that was made a moment ago; capacity that is missing, for which Karpenter deletes the claim at once.',
  todo: [
    'Read what EC2 said.',
    'Follow the reason: rights, quota, service-linked role, addresses.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/launch.go',
};
