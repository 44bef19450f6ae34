export * from './architectureOf';
