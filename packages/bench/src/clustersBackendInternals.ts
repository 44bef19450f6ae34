/**
 * Parts that are measured without the plugin's API: the reader alone, and the
 * test backend of the plugin's own tests.
 */
// The package does not export these, because only measurements use a reader
// alone.
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export { clusterEntity } from '../../../plugins/clusters-backend/src/__testUtils__/clusterEntity';
export {
  startClustersBackend,
  testAwsKeys,
} from '../../../plugins/clusters-backend/src/__testUtils__/startClustersBackend';
export { openTestDatabase } from '../../../plugins/clusters-backend/src/__testUtils__/openTestDatabase';
export {
  hasRealPostgres,
  startRealPostgres,
} from '../../../plugins/clusters-backend/src/__testUtils__/realPostgres';
export { startTestClusters } from '../../../plugins/clusters-backend/src/__testUtils__/startTestClusters';
export { createCredentials } from '../../../plugins/clusters-backend/src/credentials/createCredentials';
export { isPostgres } from '../../../plugins/clusters-backend/src/database/isPostgres';
export { ReadableProviders } from '../../../plugins/clusters-backend/src/discovery/ReadableProviders';
export { readEntity } from '../../../plugins/clusters-backend/src/discovery/readEntity';
export {
  ClusterReader,
  createReaderGates,
  defaultReaderLimits,
} from '../../../plugins/clusters-backend/src/reader';
export { targetOf } from '../../../plugins/clusters-backend/src/sessions/targetOf';
export { Random } from '../../../plugins/clusters-backend/src/__testUtils__/hostile/Random';
export { FleetHistory } from '../../../plugins/clusters-backend/src/history/FleetHistory';
export { HistoryPruner } from '../../../plugins/clusters-backend/src/history/HistoryPruner';
export { HistoryStore } from '../../../plugins/clusters-backend/src/history/HistoryStore';
