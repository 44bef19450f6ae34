export { type Cost, CostMeter } from './CostMeter';
export { fuzzFor } from './fuzzFor';
export { type FuzzSettings, fuzzSettings } from './fuzzSettings';
export { spoil } from './spoil';
export { leavesFileReadable, plantFault, treeFaults } from './treeFaults';
