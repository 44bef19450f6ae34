import type { World } from '../World';
import { stuckCiliumNode } from './stuckCiliumNode';

/** Something that happens in a cluster, from some time ago to now. */
export interface Scenario {
  /** What a reader of the list wants to know. */
  description: string;
  begin(world: World): void;
}

/** Jobs come and go; nothing is wrong. */
const healthy: Scenario = {
  description: 'jobs come and go, nodes with them; nothing is wrong',
  begin: world => world.activity.beginJobs(),
};

/** Every scenario by name. */
export const scenarios = {
  healthy,
  'stuck-ciliumnode': stuckCiliumNode,
} satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** The names of all scenarios. */
export const scenarioNames = Object.keys(scenarios) as [
  ScenarioName,
  ...ScenarioName[],
];
