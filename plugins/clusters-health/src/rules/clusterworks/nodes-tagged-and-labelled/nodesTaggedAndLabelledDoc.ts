import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule nodesTaggedAndLabelled. */
export const nodesTaggedAndLabelledDoc = checklistDoc({
  point: 'New nodes have correct tags and labels',
  foundBy:
    'Nodes of NodePools that are initialized carry karpenter.sh/nodepool, karpenter.sh/capacity-type, karpenter.k8s.aws/ec2nodeclass, the instance type and the zone; their NodeClaims record that the instance is tagged (karpenter.k8s.aws/tagged) 5 minutes after creation. When no NodeClaim records it, only EC2 knows.',
  whom: "Nodes of Karpenter's own AWS provider that are in service.",
  waits:
    '5 minutes for tags: Karpenter writes them within seconds of the registration.',
  cannotSee: 'Tags of instances: only what Karpenter records about them.',
  lookAlikes:
    'Nodes of node groups; NodeClaims of versions that record nothing (unknown).',
  todo: 'See which labels or tags the node lacks',
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
});
