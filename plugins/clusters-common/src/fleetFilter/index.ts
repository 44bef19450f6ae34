export { fleetFilterKey, fleetFilterKeys } from './filterKeys';
export type { FilterKey, RowPredicate, WrongValue } from './filterKinds';
export type { FilterProblem } from './FilterProblem';
export type { Match } from './Match';
export { filterWords, type FilterWord } from './filterWords';
export * from './parseFleetFilter';
export { ruleNames } from './ruleNames';
