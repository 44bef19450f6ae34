import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimNotRegistering. */
export const nodeclaimNotRegisteringDoc: CataloguedDoc = {
  title: 'Instance does not become a node',
  means:
    'The instance was launched, but its kubelet has not joined. After 15 minutes Karpenter deletes it and starts over, at your cost. Or the instance ended right after its launch (a KMS key that may not be used, an image that does not start, a quota): its NodeClaim goes at once, the next one comes, and none of them is ever old.',
  foundBy:
    'NodeClaim condition Launched is True and Registered is not, more than 3 minutes after creation (warning), more than 10 (critical); 12 and 14 minutes for bare metal, which starts its hardware first. MultipleNodesFound is L10. A NodeClaim that is deleted less than 15 minutes after its creation, launched and not registered, or two that by their events of the last hour were launched, never registered and are gone (warning; critical when pods have waited for more than 5 minutes); not those of interruptions and of pools that are being deleted.',
  whom: "NodeClaims of Karpenter's own AWS provider that were launched.",
  waits:
    '3 minutes, since most instances join within one (12 for bare metal, which starts its hardware first). Two that died, or one that is still there: a single one may be a coincidence.',
  cannotSee:
    'What happens on the instance before its kubelet speaks: its console output tells.',
  lookAlikes:
    'Bare metal, large images, instances that spot took back, pools that are being deleted.',
  todo: [
    'Read how far the instance came, or why it ended: EC2 keeps the reason for an hour.',
    'See whether the node role may join (access entry or aws-auth).',
    'See whether it reaches the API server: security groups, NAT or endpoints.',
    'Look at user data and image.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/liveness.go',
};
