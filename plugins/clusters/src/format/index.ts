export * from './durations';
export { measureNumber } from './formatMeasure';
export { shortNames } from './shortNames';
export * from './useFormat';
