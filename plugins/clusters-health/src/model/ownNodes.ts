import { NodeClaimFacts, NodeFacts, NodePoolFacts } from '../kinds';

/** API group of EC2NodeClass, the class of Karpenter's own AWS provider. */
const OWN_GROUP = 'karpenter.k8s.aws';

/**
 * Whether Karpenter's own AWS provider manages the pool. Pools of EKS Auto
 * Mode name a class of `eks.amazonaws.com`: AWS runs them, and no EC2NodeClass
 * and no Cilium belongs to them. A pool that names no group (before Karpenter
 * 1.1) is an own one.
 */
export function isOwnPool({ nodeClass }: NodePoolFacts): boolean {
  return nodeClass.group === undefined || nodeClass.group === OWN_GROUP;
}

/** Whether Karpenter's own AWS provider manages the NodeClaim. */
export function isOwnClaim({ nodeClassGroup }: NodeClaimFacts): boolean {
  return nodeClassGroup === undefined || nodeClassGroup === OWN_GROUP;
}

/** Whether EKS says that its Auto Mode runs the node. */
export function isAutoModeNode({ labels }: NodeFacts): boolean {
  return labels['eks.amazonaws.com/compute-type'] === 'auto';
}

/** Whether the node is one of Fargate: a single pod on a network of its own. */
export function isFargateNode({ labels }: NodeFacts): boolean {
  return labels['eks.amazonaws.com/compute-type'] === 'fargate';
}
