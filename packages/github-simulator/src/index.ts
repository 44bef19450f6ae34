/**
 * A GitHub with real git behind it.
 *
 * @packageDocumentation
 */
export { integrationsOf } from './integrationsOf';
export {
  startSimulatedGithub,
  SIMULATED_GITHUB_TOKEN,
} from './startSimulatedGithub';
export type {
  SimulatedGithub,
  SimulatedGithubOptions,
} from './startSimulatedGithub';
export type {
  SimulatedCommit,
  SimulatedPush,
  SimulatedRepository,
} from './SimulatedRepository';
export { startFaultyProxy } from './startFaultyProxy';
export type { FaultyProxy, SeenRequest } from './startFaultyProxy';
export { GithubDescription } from './description';
export type { Exchange } from './description';
