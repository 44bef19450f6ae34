export {
  assessment,
  clusterDetail,
  clusterMerges,
  drainPlanOf,
  historyResponse,
  nodePodsOf,
} from './clusterFixtures';
export { fleetResponse, fleetRows } from './fleetFixtures';
export { fleetHistory } from './fleetHistory';
