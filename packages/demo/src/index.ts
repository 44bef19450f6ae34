/**
 * The simulated world that `npm start` shows.
 *
 * @packageDocumentation
 */
export * from './aws';
export * from './benchmark';
export * from './demo';
export * from './github';
export * from './kube';
export * from './tls';
export * from './world';
