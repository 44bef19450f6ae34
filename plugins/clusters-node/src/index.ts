/**
 * What other backend plugins and modules need of clusters: extension points,
 * and the guard of API server addresses.
 *
 * @packageDocumentation
 */
export * from './credentials';
export * from './guard';
export * from './links';
export * from './rules';
