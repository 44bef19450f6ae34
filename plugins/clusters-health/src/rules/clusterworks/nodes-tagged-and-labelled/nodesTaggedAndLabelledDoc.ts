import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of nodesTaggedAndLabelled. */
export const nodesTaggedAndLabelledDoc = checklistDoc({
  point: 'New nodes have correct tags and labels',
  foundBy:
    'Nodes of NodePools that are initialized carry karpenter.sh/nodepool, karpenter.sh/capacity-type, karpenter.k8s.aws/ec2nodeclass, the instance type and the zone; their NodeClaims say that the instance is tagged (karpenter.k8s.aws/tagged) 5 minutes after creation. Where no NodeClaim says so, only EC2 can tell.',
  todo: 'See what the node lacks',
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
});
