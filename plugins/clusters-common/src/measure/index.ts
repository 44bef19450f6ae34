export * from './measureSchema';
export * from './shareMeasure';
