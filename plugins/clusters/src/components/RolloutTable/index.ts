export { RolloutTable } from './RolloutTable';
export { rolloutVerdict } from './rolloutVerdict';
