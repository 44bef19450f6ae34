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

/**
 * Loads the states of clusters that this or another backend saved, by the
 * identities of the clusters.
 */
export async function loadStates(
  states: StateStore,
  identities: readonly string[],
): Promise<ReadonlyMap<string, LoadedState>> {
  const stored = await states.load(identities);
  return new Map(
    stored.map(({ identity, detail, memory }) => [
      identity,
      { detail, memory: readAssessorMemory(memory) },
    ]),
  );
}
