export * from './measureSchema';
export * from './clusterViewSchema';
export * from './fleetSchema';
