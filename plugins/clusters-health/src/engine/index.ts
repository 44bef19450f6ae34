export * from './Rule';
export * from './RuleContext';
export * from './ClusterIndex';
export * from './memory';
export { restartKey } from './nextMemory';
export * from './durations';
export * from './versions';
export * from './touch';
export * from './subjects';
