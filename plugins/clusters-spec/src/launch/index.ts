export * from './candidateTypes';
export * from './LaunchPool';
export * from './launchOutlooks';
export * from './limitExcesses';
export * from './namedTypes';
export * from './nodeClassNameOf';
export * from './nodeDensity';
export * from './outlooksOfPools';
