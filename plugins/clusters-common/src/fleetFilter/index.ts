export { versionNumbers } from './compareVersions';
export { fleetFilterKeys } from './filterKeys';
export type { FilterKey } from './filterKinds';
export type { FilterProblem } from './FilterProblem';
export { filterWords, type FilterWord } from './filterWords';
export * from './parseFleetFilter';
