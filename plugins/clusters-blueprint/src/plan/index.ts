export * from './isExecutable';
export * from './isRecord';
export type { ConflictingLines } from './mergeText';
export * from './planChanges';
export * from './planRemoval';
export * from './recordedPaths';
export * from './sharedConflicts';
export { REPOSITORY_RECORD } from './ownedPaths';
