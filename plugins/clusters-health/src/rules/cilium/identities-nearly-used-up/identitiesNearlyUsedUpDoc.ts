import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule identitiesNearlyUsedUp. */
export const identitiesNearlyUsedUpDoc: CataloguedDoc = {
  title: 'Security identities are nearly used up',
  means:
    'Each set of labels gets an identity. When none is left, pods with new labels get no network.',
  foundBy:
    'Number of CiliumIdentities at or above 80 % of 65,535 (32,767 when max-connected-clusters is 511).',
  whom: 'Clusters that keep identities as objects (identity-allocation-mode crd).',
  waits: 'Not at all: identities grow slowly. From 80 %.',
  cannotSee: 'Identities of a kvstore, and which labels are to blame.',
  lookAlikes: 'A burst of jobs whose identities are collected minutes later.',
  todo: [
    'Find the labels with the most values.',
    'Exclude labels with many values (job ids, hashes) from the identity-relevant ones.',
  ],
  source:
    'https://docs.cilium.io/en/stable/operations/performance/scalability/identity-relevant-labels/',
};
