export { CaseCluster } from './CaseCluster';
export { daemonPodName } from './machineObjects';
export { hexId, nameEnd } from './hexId';
export { Machine, type MachineFacts } from './Machine';
export {
  generalMachines,
  shopServices,
  standardCluster,
  systemMachines,
} from './standardCluster';
export { addWaitingPods, type WaitingFacts } from './addWaitingPods';
export {
  backOff,
  claimOf,
  launchRefused,
  lostClaim,
  nodeOf,
  podNamed,
  poolNamed,
  saidOfBoth,
  sandboxFailure,
} from './events';
export { autoMode, windowsPool } from './foreignPools';
export { drainStage } from './drainStage';
