/**
 * What pages and clients share with the backend: API contract and client,
 * permissions, labels and annotations. Runs in the browser too.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './assessment';
export * from './client';
export * from './entity';
export * from './fleetFilter';
export * from './measure';
export * from './permissions';
