import { gpuOutOfCapacity } from './gpuOutOfCapacity';
import { healthy } from './healthy';
import { ipSpaceNearlyGone } from './ipSpaceNearlyGone';
import { karpenterDown } from './karpenterDown';
import type { Scenario } from './Scenario';
import { spotInterruption } from './spotInterruption';
import { still } from './still';
import { stuckCiliumNode } from './stuckCiliumNode';

/** Every scenario by name. */
export const scenarios = {
  healthy,
  still,
  'stuck-ciliumnode': stuckCiliumNode,
  'gpu-out-of-capacity': gpuOutOfCapacity,
  'ip-space-nearly-gone': ipSpaceNearlyGone,
  'karpenter-down': karpenterDown,
  'spot-interruption': spotInterruption,
} satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** The names of all scenarios. */
export const scenarioNames = Object.keys(scenarios) as [
  ScenarioName,
  ...ScenarioName[],
];
