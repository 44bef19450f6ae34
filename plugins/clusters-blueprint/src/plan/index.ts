export * from './planChanges';
