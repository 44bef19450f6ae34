/**
 * The simulated world that `npm start` shows.
 *
 * @packageDocumentation
 */
export * from './aws';
export * from './kube';
export * from './tls';
