export * from './measureSchema';
export * from './clusterViewSchema';
export * from './fleetSchema';
export * from './fleetQuerySchema';
export * from './observationsSchema';
export * from './signalSchema';
