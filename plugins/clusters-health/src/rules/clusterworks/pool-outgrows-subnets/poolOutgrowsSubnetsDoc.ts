import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule poolOutgrowsSubnets. */
export const poolOutgrowsSubnetsDoc: CataloguedDoc = {
  title: 'A NodePool may outgrow its subnets',
  means:
    'The limits of the pool let it add more nodes than its subnets have addresses for. New nodes get no network long before the pool is at its limit.',
  foundBy:
    'What is left of each limit, divided by the mean size of the nodes of the pool, against the addresses that are left in the subnets of its EC2NodeClass, divided by what a node holds. Both are upper bounds. Always a note: the pool need not grow so far.',
  whom: "NodePools of Karpenter's own AWS provider with limits and nodes, in a cluster in ENI mode.",
  waits: 'Not at all: this is configuration.',
  cannotSee:
    'What else takes addresses from the subnets; how large a subnet is in which no node has an interface: then nothing is said.',
  lookAlikes:
    'A pool without limits, which may grow without end by design; a static pool, whose size is its design.',
  todo: [
    'See how many addresses the subnets have left.',
    'Give the EC2NodeClass more subnets, or the pool limits that it can reach.',
  ],
  source: 'https://karpenter.sh/docs/concepts/nodepools/#speclimits',
};
