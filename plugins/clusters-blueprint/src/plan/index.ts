export * from './isExecutable';
export * from './planChanges';
export * from './recordedPaths';
