export { measureNumber } from './formatMeasure';
export * from './useFormat';
