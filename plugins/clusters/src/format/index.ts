export * from './formatAmount';
export * from './formatDuration';
export * from './formatMeasure';
export * from './formatShare';
export * from './formatTime';
export { LOCALE } from './locale';
