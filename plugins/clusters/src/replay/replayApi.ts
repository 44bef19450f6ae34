import { NotFoundError } from '@backstage/errors';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import { drainPlan, nodePods } from '@clusterworks/plugin-clusters-health';
import type { Replay } from './judgeCapture';

/**
 * Answers the questions of a cluster's pages from a capture, and nothing else:
 * no request leaves the browser.
 */
export function replayApi(replay: Replay): ClustersApi {
  const { detail, snapshot, capturedAt } = replay;
  const { name } = detail.row;
  const nothing = async (): Promise<never> => {
    throw new NotFoundError('A capture does not hold this');
  };
  return {
    getCluster: async () => detail,
    getHistory: async () => ({
      ...{ cluster: name, points: [], verdictChanges: [] },
    }),
    getDrainPlan: async (_, nodes) => drainPlan(snapshot, nodes, capturedAt),
    getNodePods: async (_, nodes) => nodePods(snapshot, nodes, capturedAt),
    getMutes: async () => ({ items: [], maxHours: 1 }),
    getFleet: nothing,
    getFleetHistory: nothing,
    getChangeProgress: nothing,
    getLedger: nothing,
    muteFinding: nothing,
    unmuteFinding: nothing,
    render: nothing,
    getClusterInGit: nothing,
    previewChange: nothing,
    previewCreation: nothing,
    getCreationProgress: nothing,
    getFreeze: nothing,
    getMerges: nothing,
    getWaves: async () => ({ items: [] }),
    getWave: nothing,
    planWave: nothing,
    startWave: nothing,
    commandWave: nothing,
    getObservations: nothing,
    getDocuments: nothing,
  };
}
