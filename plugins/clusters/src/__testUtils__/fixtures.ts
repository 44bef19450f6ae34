export {
  assessment,
  clusterDetail,
  drainPlanOf,
  historyResponse,
} from './clusterFixtures';
export { fleetResponse, fleetRows } from './fleetFixtures';
export { fleetHistory } from './fleetHistory';
