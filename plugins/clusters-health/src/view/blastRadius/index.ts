export * from './blastRadius';
export type { KarpenterInGit } from './driftRules';
export type { KarpenterManifest } from './KarpenterManifest';
export type { RunningCluster } from './RunningCluster';
