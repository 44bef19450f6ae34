export { ReadableTones } from './ReadableTones';
