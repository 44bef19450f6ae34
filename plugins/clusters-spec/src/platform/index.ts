export * from './platformRepositories';
