/** The test backend of the plugin's own tests, which its package does not export. */
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export { clusterEntity } from '../../../../plugins/clusters-backend/src/__testUtils__/clusterEntity';
export {
  startClustersBackend,
  testAwsKeys,
} from '../../../../plugins/clusters-backend/src/__testUtils__/startClustersBackend';
