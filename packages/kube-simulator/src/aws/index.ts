export * from './eksAccess';
export * from './verifyEksToken';
export type { AwsKeys } from './verifyPresignedUrl';
