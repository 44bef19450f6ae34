import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import {
  type AssessorMemory,
  readAssessorMemory,
} from '../assessment/ClusterAssessor';
import type { StateStore } from './StateStore';

/** What was saved of a cluster when somebody last read it. */
export interface LoadedState {
  detail: ClusterDetail;
  memory: AssessorMemory;
}

/** Loads what was saved of a cluster by this backend or another. */
export async function loadState(
  states: StateStore,
  cluster: string,
): Promise<LoadedState | undefined> {
  const stored = await states.find(cluster);
  return (
    stored && {
      detail: stored.detail,
      memory: readAssessorMemory(stored.memory),
    }
  );
}
