export * from './InstanceType';
export * from './addressCapacity';
export * from './architectureOf';
export * from './podDensity';
