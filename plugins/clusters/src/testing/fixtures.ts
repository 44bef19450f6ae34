export { clusterDetail, historyResponse } from './clusterFixtures';
export { fleetResponse, fleetRows } from './fleetFixtures';
export { FIXTURES_NOW } from './measures';
