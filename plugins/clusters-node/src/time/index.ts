export * from './withDeadline';
