import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { ciliumMessages } from './messages/ciliumMessages';
import { commonMessages } from './messages/commonMessages';
import { findingsMessages } from './messages/findingsMessages';
import { fleetMessages } from './messages/fleetMessages';
import { karpenterMessages } from './messages/karpenterMessages';
import { overviewMessages } from './messages/overviewMessages';

/** All text of the clusters pages. */
export const clustersTranslationRef = createTranslationRef({
  id: 'plugin.clusters',
  messages: {
    ...commonMessages,
    ...fleetMessages,
    ...overviewMessages,
    ...findingsMessages,
    ...karpenterMessages,
    ...ciliumMessages,
  },
});
