export * from './ruleCatalogue';
