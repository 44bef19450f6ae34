export * from './durations';
export { measureNumber } from './formatMeasure';
export { groupBy } from './groupBy';
export { shortNames } from './shortNames';
export * from './useFormat';
