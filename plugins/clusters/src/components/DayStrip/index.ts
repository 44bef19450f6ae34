export { DayStrip, type Day } from './DayStrip';
export { DayStripTable } from './DayStripTable';
