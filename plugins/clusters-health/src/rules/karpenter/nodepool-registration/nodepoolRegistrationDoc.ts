import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolRegistration. */
export const nodepoolRegistrationDoc: RuleDoc = {
  title: 'Nodes of a NodePool do not register',
  means:
    'At least two of the last four launches of the pool did not become nodes in 15 minutes. Karpenter replaces them within a second, so claims always look young: only this condition shows it. The pool stays Ready.',
  foundBy:
    'NodePool condition NodeRegistrationHealthy is False. Unknown is normal after every edit of the pool or its class.',
  todo: "Check the access entry of the node role, the security group's way to the API server, NAT or endpoints, user data and the network.",
  since: 'Karpenter 1.4',
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
};
