/**
 * A GitHub with real git behind it.
 *
 * @packageDocumentation
 */
export { createPullRequest } from './createPullRequest';
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
export type { SimulatedPullRequest } from './SimulatedPullRequest';
export { mergePullRequest } from './mergePullRequest';
export { startFaultyProxy } from './startFaultyProxy';
export type { FaultyProxy, SeenRequest } from './startFaultyProxy';
export { GithubDescription } from './description';
export type { Exchange } from './description';
