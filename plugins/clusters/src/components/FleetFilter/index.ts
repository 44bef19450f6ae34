export { FilterProblems } from './FilterProblems';
export { FleetFilter } from './FleetFilter';
