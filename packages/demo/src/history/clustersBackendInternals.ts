/** The portal's own code that reads and writes its database. */
// The package does not export this code, because only the demo may write
// history that the portal did not see.
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export { waitForLocksElsewhere } from '../../../../plugins/clusters-backend/src/database/openDatabase';
export { pointOf } from '../../../../plugins/clusters-backend/src/fleet/pointOf';
export {
  type ClusterPoint,
  HistoryStore,
  type VerdictChange,
} from '../../../../plugins/clusters-backend/src/history/HistoryStore';
export { IdentityStore } from '../../../../plugins/clusters-backend/src/identity/IdentityStore';
export { StateStore } from '../../../../plugins/clusters-backend/src/state/StateStore';
