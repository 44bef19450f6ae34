export * from './earlierRender';
export * from './settledValues';
export * from './settledWarnings';
export * from './writeSettled';
