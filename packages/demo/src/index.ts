/**
 * The simulated world that npm start shows.
 *
 * @packageDocumentation
 */
export * from './github';
