export * from './candidateTypes';
export * from './launchPools';
export * from './launchOutlooks';
export * from './limitExcesses';
export * from './namedTypes';
export * from './nodeClassNameOf';
export * from './nodeDensity';
export * from './outlooksOfPools';
