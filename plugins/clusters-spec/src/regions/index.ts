export * from './regionData';
export * from './regions';
