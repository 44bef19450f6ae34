import { RuleDoc } from '../../../rule/Rule';

/** What people read of insufficientCapacity. */
export const insufficientCapacityDoc: RuleDoc = {
  title: 'EC2 has no capacity for a NodePool',
  means:
    'EC2 refused to launch for want of capacity, quota or subnet addresses. Karpenter deletes the NodeClaim at once, skips the offering for 3 minutes and tries the next; events are the only trace.',
  foundBy:
    'Events InsufficientCapacityError in the last 10 minutes, by NodePool (warning); critical when a pod that the pool was to serve has waited for more than 5 minutes.',
  todo: 'Allow more instance types, zones and capacity types; ask for quota; make subnets larger.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/launch.go',
};
