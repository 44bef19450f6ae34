import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimNotRegistering. */
export const nodeclaimNotRegisteringDoc: RuleDoc = {
  title: 'Instance does not become a node',
  means:
    'The instance was launched, but its kubelet has not joined. After 15 minutes Karpenter deletes it and starts over, at your cost.',
  foundBy:
    'NodeClaim condition Launched is True and Registered is not, more than 3 minutes after creation (warning), more than 10 (critical). MultipleNodesFound is L10.',
  todo: 'Access entry (or aws-auth) of the node role, security group to the API server, route or NAT, user data, image.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/liveness.go',
};
