export * from './planPlatform';
export * from './renderPlatform';
export * from './sharedEffects';
