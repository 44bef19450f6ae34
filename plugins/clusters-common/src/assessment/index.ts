export * from './assessmentSchema';
