export * from './codeOwnerSchema';
export * from './isInBaseBranch';
export * from './platformRepositories';
