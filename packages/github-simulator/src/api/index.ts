export * from './createApiRouter';
export * from './fileChanges';
export * from './GithubUrls';
export * from './repositoryBody';
export * from './representations';
export * from './userBody';
