/**
 * The simulated world that `npm start` shows.
 *
 * @packageDocumentation
 */
export * from './aws';
export * from './github';
export * from './kube';
export * from './tls';
