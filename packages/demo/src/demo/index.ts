export { startDemo, demoAwsKeys } from './startDemo';
export type { Demo, DemoOptions } from './startDemo';
export { demoFleet } from './fleet';
export type { FleetMember, Reachability } from './fleet';
export { DemoCluster } from './DemoCluster';
