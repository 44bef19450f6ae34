import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { changeMessages } from './messages/changeMessages';
import { chartMessages } from './messages/chartMessages';
import { ciliumMessages } from './messages/ciliumMessages';
import { commonMessages } from './messages/commonMessages';
import { disruptionMessages } from './messages/disruptionMessages';
import { drawerMessages } from './messages/drawerMessages';
import { findingsMessages } from './messages/findingsMessages';
import { fleetMessages } from './messages/fleetMessages';
import { followMessages } from './messages/followMessages';
import { formatMessages } from './messages/formatMessages';
import { heldMessages } from './messages/heldMessages';
import { karpenterMessages } from './messages/karpenterMessages';
import { ledgerMessages } from './messages/ledgerMessages';
import { muteMessages } from './messages/muteMessages';
import { overviewMessages } from './messages/overviewMessages';
import { relatedMessages } from './messages/relatedMessages';
import { replayMessages } from './messages/replayMessages';
import { waveMessages } from './messages/waveMessages';

/**
 * All text of the clusters pages.
 *
 * @public
 */
export const clustersTranslationRef = createTranslationRef({
  id: 'plugin.clusters',
  messages: {
    ...commonMessages,
    ...formatMessages,
    ...chartMessages,
    ...fleetMessages,
    ...ledgerMessages,
    ...followMessages,
    ...overviewMessages,
    ...findingsMessages,
    ...muteMessages,
    ...replayMessages,
    ...relatedMessages,
    ...karpenterMessages,
    ...heldMessages,
    ...drawerMessages,
    ...disruptionMessages,
    ...changeMessages,
    ...ciliumMessages,
    ...waveMessages,
  },
  // A language is loaded when a reader chooses it. Texts that it lacks are an
  // error of types here.
  translations: { de: () => import('./messages/de') },
});
