import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule hubbleNotAvailable. */
export const hubbleNotAvailableDoc: CataloguedDoc = {
  title: 'Hubble is not available',
  means:
    'Flows of the whole cluster cannot be queried. Traffic itself is not affected.',
  foundBy:
    'Deployment hubble-relay or hubble-ui with fewer available replicas than wanted for more than 5 minutes (warning); no hubble-relay although enable-hubble is true (info).',
  whom: 'Clusters in which Hubble is enabled or installed.',
  waits: '5 minutes: a rollout, or a node that is removed.',
  cannotSee: 'Flows that are lost on the way.',
  lookAlikes:
    'A rollout; a relay that is left out on purpose, which is a note.',
  todo: [
    'See why its pods do not run; the relay tolerates no taints by default.',
    "Look at Hubble's certificates.",
  ],
  source: 'https://docs.cilium.io/en/stable/observability/hubble/setup/',
};
