export * from './GitRepository';
export * from './mergeTrees';
export * from './NO_SHA';
export * from './runGit';
export * from './types';
