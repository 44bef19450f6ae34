import { RuleDoc } from '../../../rule/Rule';

/** What people read of identitiesNearlyUsedUp. */
export const identitiesNearlyUsedUpDoc: RuleDoc = {
  title: 'Security identities are nearly used up',
  means:
    'Each set of labels gets an identity. When there are none left, pods with new labels get no network.',
  foundBy:
    'Number of CiliumIdentities at or above 80 % of 65,535 (32,767 when max-connected-clusters is 511).',
  todo: 'Exclude labels with many values (job ids, hashes) from the identity-relevant ones.',
  source:
    'https://docs.cilium.io/en/stable/operations/performance/scalability/identity-relevant-labels/',
};
