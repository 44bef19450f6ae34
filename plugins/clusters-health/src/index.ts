/**
 * Judges a cluster: objects to snapshot to findings (contract 4). Pure
 * functions without I/O; runs in the browser too.
 *
 * @packageDocumentation
 */
export * from './kinds';
export * from './engine';
export { assess } from './engine/assess';
export type { Knowledge } from './engine/assess';
export { headlineOf } from './engine/headlineOf';
export { rules, unseenCodes } from './rules';
export * from './disruption';
export * from './cost';
export * from './catalogue';
export * from './view';
export * from './addresses';
