import type { NodeClaimFacts, NodeFacts, NodePoolFacts } from '../kinds';

/** API group of EC2NodeClass, the class of Karpenter's own AWS provider. */
const OWN_GROUP = 'karpenter.k8s.aws';

/**
 * Whether Karpenter's own AWS provider manages the pool. Pools of EKS Auto Mode
 * refer to a class of the group `eks.amazonaws.com`: AWS runs these pools,
 * without EC2NodeClass and without Cilium. A pool without a group (before
 * Karpenter 1.1) belongs to Karpenter's own AWS provider.
 */
export function isOwnPool({ nodeClass }: NodePoolFacts): boolean {
  return nodeClass.group === undefined || nodeClass.group === OWN_GROUP;
}

/** Whether Karpenter's own AWS provider manages the NodeClaim. */
export function isOwnClaim({ nodeClassGroup }: NodeClaimFacts): boolean {
  return nodeClassGroup === undefined || nodeClassGroup === OWN_GROUP;
}

/** Whether EKS Auto Mode runs the node, according to its label. */
export function isAutoModeNode({ labels }: NodeFacts): boolean {
  return labels['eks.amazonaws.com/compute-type'] === 'auto';
}

/**
 * Whether the node is a Fargate node: it runs a single pod on a network of its
 * own.
 */
export function isFargateNode({ labels }: NodeFacts): boolean {
  return labels['eks.amazonaws.com/compute-type'] === 'fargate';
}
