export { AgeChip } from './AgeChip';
