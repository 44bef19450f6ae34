import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import {
  type AssessorMemory,
  readAssessorMemory,
} from '../assessment/AssessorMemory';
import type { StateStore } from './StateStore';

/** The state that a backend saved when it last read the cluster. */
export interface LoadedState {
  detail: ClusterDetail;
  memory: AssessorMemory;
}

/** Loads the state of a cluster that this or another backend saved. */
export async function loadState(
  states: StateStore,
  identity: string,
): Promise<LoadedState | undefined> {
  const stored = await states.find(identity);
  return (
    stored && {
      detail: stored.detail,
      memory: readAssessorMemory(stored.memory),
    }
  );
}
