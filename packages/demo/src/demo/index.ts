export { startDemo } from './startDemo';
export { demoAwsKeys } from './DemoOptions';
export type { Demo, DemoOptions } from './DemoOptions';
export { demoFleet } from './fleet';
export type { FleetMember, Reachability } from './fleet';
export { DemoCluster } from './DemoCluster';
