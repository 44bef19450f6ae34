export * from './GeneratedRecord';
