import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolNeverExpires. */
export const nodepoolNeverExpiresDoc: RuleDoc = {
  title: 'Nodes of the NodePool never expire',
  means:
    'With expireAfter Never and no terminationGracePeriod a node that hangs, or one whose pods refuse to go, stays for ever.',
  foundBy:
    'NodePool spec.template.spec.expireAfter is Never and terminationGracePeriod is absent.',
  todo: 'Set terminationGracePeriod, or an expiry.',
  source:
    'https://karpenter.sh/docs/concepts/disruption/#terminationgraceperiod',
};
