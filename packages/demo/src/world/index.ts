export type { Cluster } from './cluster/Cluster';
export { worldPlan } from './plan/WorldPlan';
export type { WorldPlan } from './plan/WorldPlan';
export * from './scenarios';
export { realClock } from './time/WorldClock';
export type { WorldClock } from './time/WorldClock';
export { World } from './World';
export type { WorldOptions } from './World';
