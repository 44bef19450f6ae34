export { addonStepWarnings } from './addonSteps';
export { earlierRender, pathsBefore, runsWithoutRoot } from './earlierRender';
export type { EarlierRender } from './earlierRender';
export * from './meshIdSteps';
export * from './settledValues';
export * from './settledWarnings';
export * from './versionSteps';
export * from './writeSettled';
