export * from './awsRole';
