/**
 * What is measured without going through the plugin's API: the reader alone,
 * and the test backend that the plugin's own tests start.
 */
// Not exported by the package: nobody but a measurement has a reader alone.
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export { clusterEntity } from '../../../plugins/clusters-backend/src/__testUtils__/clusterEntity';
export {
  startClustersBackend,
  testAwsKeys,
} from '../../../plugins/clusters-backend/src/__testUtils__/startClustersBackend';
export { createCredentials } from '../../../plugins/clusters-backend/src/credentials/createCredentials';
export { ReadableProviders } from '../../../plugins/clusters-backend/src/discovery/ReadableProviders';
export { readEntity } from '../../../plugins/clusters-backend/src/discovery/readEntity';
export {
  ClusterReader,
  createReaderGates,
  defaultReaderLimits,
} from '../../../plugins/clusters-backend/src/reader';
export { targetOf } from '../../../plugins/clusters-backend/src/sessions/targetOf';
