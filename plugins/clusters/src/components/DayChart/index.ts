export { DayChart } from './DayChart';
export { dayCells, type Upgrade } from './dayCells';
