export * from './GitRepository';
export * from './mergeTrees';
export * from './runGit';
export * from './types';
