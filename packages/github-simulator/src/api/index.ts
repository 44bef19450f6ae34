export * from './createApiRouter';
export * from './fileChanges';
export * from './GithubUrls';
export * from './representations';
