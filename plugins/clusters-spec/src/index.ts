/**
 * What a cluster is made of: schema and form of `cluster.yaml`, versions,
 * regions, instance types, quantities, CIDR, and the layout of the platform
 * repository. Runs in the browser too.
 *
 * @packageDocumentation
 */
export * from './change';
export * from './cidr';
export * from './form';
export * from './instances';
export * from './launch';
export * from './platform';
export * from './quantity';
export * from './regions';
export * from './spec';
export * from './versions';
