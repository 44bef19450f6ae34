import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import { clusterDetail, fleetResponse, historyResponse } from './fixtures';

/** A clusters backend that answers from fixtures; every call can be replaced. */
export function clustersApiFake(
  overrides: Partial<ClustersApi> = {},
): ClustersApi {
  return {
    getFleet: jest.fn(async () => fleetResponse()),
    getCluster: jest.fn(async () => clusterDetail()),
    getHistory: jest.fn(async () => historyResponse()),
    render: jest.fn(),
    getObservations: jest.fn(),
    ...overrides,
  };
}
