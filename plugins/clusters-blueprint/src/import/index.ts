export type { AwsText } from './aws/readAwsOutputs';
export type { ImportDifference } from './ImportDifference';
export * from './importCluster';
export type { ImportQuestion } from './ImportQuestion';
export { readAnswers } from './readAnswers';
