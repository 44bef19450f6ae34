export * from './isExecutable';
export * from './isRecord';
export * from './planChanges';
export * from './recordedPaths';
