import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeOrphan. */
export const nodeOrphanDoc: RuleDoc = {
  title: 'Node and NodeClaim have lost each other',
  means:
    'A node with the label of a pool that no NodeClaim stands for is left alone by Karpenter for ever: not replaced, not consolidated. A registered NodeClaim whose node is gone counts against limits.',
  foundBy:
    'Node with label karpenter.sh/nodepool and no NodeClaim with its providerID, or a NodeClaim that is Registered whose node does not exist; for more than 5 minutes.',
  todo: 'Drain and delete the node, or delete the NodeClaim.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/garbagecollection/controller.go',
};
