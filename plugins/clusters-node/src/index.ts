/**
 * What other backend plugins and modules need for working with clusters: the
 * services for queries to the clusters backend and for rendering, the extension
 * points, the guard of API server addresses, and a deadline for what waits.
 *
 * @packageDocumentation
 */
export * from './aws';
export * from './credentials';
export * from './guard';
export * from './links';
export * from './render';
export * from './rules';
export * from './sources';
export * from './service';
export * from './time';
