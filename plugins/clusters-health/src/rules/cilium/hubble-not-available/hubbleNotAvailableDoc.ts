import { RuleDoc } from '../../../rule/Rule';

/** What people read of hubbleNotAvailable. */
export const hubbleNotAvailableDoc: RuleDoc = {
  title: 'Hubble is not available',
  means:
    'Flows of the whole cluster cannot be queried. Traffic itself is not touched.',
  foundBy:
    'Deployment hubble-relay or hubble-ui with fewer available replicas than wanted for more than 5 minutes (warning); no hubble-relay although enable-hubble is true (info).',
  todo: "Look at the pods and at Hubble's certificates; the relay tolerates no taints by default.",
  source: 'https://docs.cilium.io/en/stable/observability/hubble/setup/',
};
