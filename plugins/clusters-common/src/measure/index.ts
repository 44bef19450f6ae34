export * from './measureSchema';
export * from './shareMeasure';
export * from './unknownReasonCodes';
