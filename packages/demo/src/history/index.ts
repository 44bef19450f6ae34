export { writeHistory } from './writeHistory';
export type { WriteHistoryOptions } from './writeHistory';
