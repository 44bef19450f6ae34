export { DisruptionWeeks } from './DisruptionWeeks';
