import { NotFoundError } from '@backstage/errors';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import {
  clusterDetail,
  clusterMerges,
  drainPlanOf,
  fleetHistory,
  fleetResponse,
  historyResponse,
  nodePodsOf,
} from './fixtures';

/** A clusters backend that answers from fixtures; every call can be replaced. */
export function clustersApiFake(
  overrides: Partial<ClustersApi> = {},
): ClustersApi {
  return {
    getFleet: jest.fn(async () => fleetResponse()),
    getFleetHistory: jest.fn(async names => fleetHistory(names)),
    getCluster: jest.fn(async () => clusterDetail()),
    getHistory: jest.fn(async () => historyResponse()),
    getMerges: jest.fn(async () => clusterMerges()),
    getDrainPlan: jest.fn(async (_, nodes) => drainPlanOf(nodes)),
    getMutes: jest.fn(async () => ({ items: [], maxHours: 720 })),
    muteFinding: jest.fn(),
    unmuteFinding: jest.fn(),
    getNodePods: jest.fn(async (_, nodes) => nodePodsOf(nodes)),
    getLedger: jest.fn(),
    getChangeProgress: jest.fn(),
    render: jest.fn(),
    getClusterInGit: jest.fn(),
    previewChange: jest.fn(),
    previewCreation: jest.fn(),
    getCreationProgress: jest.fn(async name => {
      throw new NotFoundError(`No pull request created ${name}`);
    }),
    getFreeze: jest.fn(async cluster => ({
      ...{ cluster, overdue: false, endedBy: 'portal' as const },
    })),
    getWaves: jest.fn(async () => ({ items: [] })),
    getWave: jest.fn(),
    planWave: jest.fn(),
    startWave: jest.fn(),
    commandWave: jest.fn(),
    getDocuments: jest.fn(),
    getObservations: jest.fn(),
    ...overrides,
  };
}
