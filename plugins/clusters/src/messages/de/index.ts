import { changeDe } from './changeDe';
import { chartDe } from './chartDe';
import { ciliumDe } from './ciliumDe';
import { commonDe } from './commonDe';
import { disruptionDe } from './disruptionDe';
import { drawerDe } from './drawerDe';
import { findingsDe } from './findingsDe';
import { fleetDe } from './fleetDe';
import { followDe } from './followDe';
import { formatDe } from './formatDe';
import { heldDe } from './heldDe';
import { karpenterDe } from './karpenterDe';
import { ledgerDe } from './ledgerDe';
import { muteDe } from './muteDe';
import { overviewDe } from './overviewDe';
import { relatedDe } from './relatedDe';
import { replayDe } from './replayDe';
import { waveDe } from './waveDe';

/** All text of the clusters pages in German. */
export default {
  ...commonDe,
  ...formatDe,
  ...chartDe,
  ...fleetDe,
  ...ledgerDe,
  ...followDe,
  ...overviewDe,
  ...findingsDe,
  ...muteDe,
  ...replayDe,
  ...relatedDe,
  ...karpenterDe,
  ...heldDe,
  ...drawerDe,
  ...disruptionDe,
  ...changeDe,
  ...ciliumDe,
  ...waveDe,
};
