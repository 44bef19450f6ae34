export * from './benchmarkAssess';
export * from './benchmarkView';
