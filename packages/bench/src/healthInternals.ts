/** The large cluster that the tests of the rules know, too. */
// Not exported by the package: large clusters are made for measurements only.
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export {
  largeWorld,
  NOW,
  snapshotOf,
} from '../../../plugins/clusters-health/src/testing/world';
