/**
 * The code that pages and clients share with the backend: the API contract and
 * its client, permissions, labels and annotations, and escaped Markdown. It also
 * runs in the browser.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './assessment';
export * from './changes';
export * from './client';
export * from './entity';
export * from './fleetFilter';
export * from './markdown';
export * from './measure';
export * from './permissions';
