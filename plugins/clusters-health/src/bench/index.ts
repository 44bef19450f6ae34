export * from './benchmarkAssess';
