export type { Scenario } from './Scenario';
export { scenarioNames, scenarios } from './scenarios';
export type { ScenarioName } from './scenarios';
