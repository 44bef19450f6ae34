import { clusterParts, missingParts } from './clusterParts';
import type { ClusterState } from './ClusterState';
import { MINUTE } from './durations';
import { oldestObject } from './oldestObject';

/**
 * How long nodes, Cilium and pools may take, counted from the creation of the
 * first object.
 */
export const BUILDING_MS = 15 * MINUTE;

/**
 * A cluster that is not complete yet and is still within the time for building.
 */
export interface Building {
  /**
   * Absent while there is no API server, because no object shows when the
   * creation began.
   */
  since?: number;
  /** The next missing part, in words: `a Ready node`. */
  waitsFor: string;
}

/**
 * Whether the cluster is being built: it has no API server yet, or a part is
 * missing and no object is older than 15 minutes. A cluster that has lost a
 * part is not a new one: its remaining objects are older.
 */
export function buildingOf(cluster: ClusterState): Building | undefined {
  if (cluster.state('nodes') === 'notProvisioned') {
    return { waitsFor: 'its API server' };
  }
  const since = oldestObject(cluster);
  const age = cluster.age(since);
  if (since === undefined || age === undefined || age >= BUILDING_MS) {
    return undefined;
  }
  const [missing] = missingParts(cluster);
  return missing && { since, waitsFor: clusterParts[missing].name };
}
