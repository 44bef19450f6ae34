export * from './InstanceType';
export * from './addressCapacity';
export * from './architectureOf';
export * from './instanceLabel';
export * from './launchCapacity';
export * from './meetsRequirement';
export * from './podDensity';
export * from './efaTypes';
