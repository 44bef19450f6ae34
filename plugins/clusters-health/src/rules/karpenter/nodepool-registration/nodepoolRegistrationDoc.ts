import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolRegistration. */
export const nodepoolRegistrationDoc: CataloguedDoc = {
  title: 'Nodes of a NodePool do not register',
  means:
    'At least two of the last four launches of the pool did not become nodes in 15 minutes. Karpenter replaces them within a second, so claims always look young: only this condition shows it. The pool stays Ready.',
  foundBy:
    'NodePool condition NodeRegistrationHealthy is False. Unknown is normal after every edit of the pool or its class.',
  whom: "NodePools of Karpenter's own AWS provider, since Karpenter 1.4.",
  waits:
    'Not at all: the condition itself needs two failures of 15 minutes among four launches.',
  cannotSee: 'Which launch failed, and why: the condition only counts.',
  lookAlikes:
    'Unknown, which is normal after every edit of the pool or its class.',
  todo: [
    'See whether the node role has an access entry.',
    'See whether instances reach the API server: security groups, NAT or endpoints.',
    'Read the console output of an instance: user data, image.',
  ],
  since: 'Karpenter 1.4',
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
};
