export { DayEvents } from './DayEvents';
