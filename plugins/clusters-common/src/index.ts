/**
 * ClusterSpec schema, version matrix, entity constants, permissions, API types
 * and client of Clusterworks. Runs in the browser too.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './assessment';
export * from './capture';
export * from './cidr';
export * from './client';
export * from './entity';
export * from './form';
export * from './instances';
export * from './permissions';
export * from './platform';
export * from './quantity';
export * from './regions';
export * from './resources';
export * from './spec';
export * from './versions';
