import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule insufficientCapacity. */
export const insufficientCapacityDoc: CataloguedDoc = {
  title: 'EC2 refuses what a NodePool launches',
  means:
    'EC2 refused a launch because of missing capacity, quota, rights or subnet addresses. Karpenter deletes the NodeClaim at once, skips the offering for 3 minutes and tries the next; events are the only trace.',
  foundBy:
    'Events InsufficientCapacityError in the last 10 minutes, by NodePool (warning); critical when a pod that the pool was to serve has waited for more than 5 minutes; a note when no pod waits and nothing was refused for 3 minutes (the time for which Karpenter skips the offering), or the pool has launched since. The codes of EC2 show the reason; an unknown code is quoted.',
  whom: "NodePools of Karpenter's own AWS provider.",
  waits:
    'Not at all; critical when a pod has waited for 5 minutes. A note once nothing was refused for 3 minutes, the time for which Karpenter skips an offering.',
  cannotSee: 'When capacity comes back.',
  lookAlikes:
    'A refusal that is over: every pod runs, or the pool has launched since. Pods that wait for something else.',
  todo: [
    'See what the pool may launch.',
    'Capacity: allow more instance types, zones and capacity types.',
    'Quota: ask AWS for a higher one.',
    "Rights: compare the controller's policy, or make the service-linked role.",
    'Addresses: make subnets larger.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/launch.go',
};
