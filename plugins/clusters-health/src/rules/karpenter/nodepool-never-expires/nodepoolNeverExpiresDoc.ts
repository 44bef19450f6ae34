import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolNeverExpires. */
export const nodepoolNeverExpiresDoc: CataloguedDoc = {
  title: 'Nodes of the NodePool never expire',
  means:
    'With expireAfter Never and no terminationGracePeriod a node that hangs, or whose pods cannot be evicted, stays forever.',
  foundBy:
    'NodePool spec.template.spec.expireAfter is Never and terminationGracePeriod is absent.',
  whom: "NodePools of Karpenter's own AWS provider.",
  waits: 'Not at all; it is a note.',
  cannotSee:
    'Whether something else replaces the nodes (drift of a pinned image does).',
  lookAlikes:
    'Pools of databases with long-lived nodes: setting terminationGracePeriod ends this note.',
  todo: ['Set terminationGracePeriod, for example 24h, or an expiry.'],
  source:
    'https://karpenter.sh/docs/concepts/disruption/#terminationgraceperiod',
};
