import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeOrphan. */
export const nodeOrphanDoc: CataloguedDoc = {
  title: 'Node and NodeClaim have lost each other',
  means:
    'Karpenter never replaces or consolidates a node that has the label of a pool but no NodeClaim. The same is true of a node whose NodeClaim belongs to another instance: two instances run, and Karpenter manages only one. A registered NodeClaim whose node is gone counts against limits, and two NodeClaims of one instance stop Karpenter from ending its node.',
  foundBy:
    'Node with label karpenter.sh/nodepool, older than a minute, and no NodeClaim with its providerID or name; NodeClaim status.nodeName names a Node whose spec.providerID is of another instance (NodeClaims that are being deleted are left out: an earlier node may have had the name); two NodeClaims with one providerID; NodeClaim that is Registered whose node does not exist, for more than 5 minutes.',
  whom: "Nodes and NodeClaims of Karpenter's own AWS provider.",
  waits:
    'A minute for a node: its NodeClaim exists before it does, but the two lists may be read a minute apart. 5 minutes for a NodeClaim, which Karpenter deletes itself.',
  cannotSee: 'The state of the instances: only EC2 tells.',
  lookAlikes:
    'Nodes of node groups and of EKS Auto Mode; a NodeClaim that is being deleted and whose node name an earlier node had.',
  todo: [
    'Ask EC2 for the instances.',
    'Move the pods of the node away.',
    'Then delete the left-over Node or NodeClaim, as the finding says.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/garbagecollection/controller.go',
};
