export * from './regionData';
export * from './regions';
export * from './awsConsoleHost';
