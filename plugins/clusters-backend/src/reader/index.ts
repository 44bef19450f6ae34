export * from './ClusterReader';
export * from './ClusterTarget';
export * from './ReaderError';
export * from './ReaderGates';
export * from './ReaderLimits';
export * from './refusalState';
