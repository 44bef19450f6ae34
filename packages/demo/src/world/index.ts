export { World } from './World';
export type { WorldOptions } from './World';
export { realClock } from './engine/WorldClock';
export type { WorldClock } from './engine/WorldClock';
export { manifestsOf } from './manifestsOf';
export { worldPlan } from './model/WorldPlan';
export type { WorldManifests, WorldPlan } from './model/WorldPlan';
export { scenarios } from './scenarios';
export type { Scenario, ScenarioName } from './scenarios';
