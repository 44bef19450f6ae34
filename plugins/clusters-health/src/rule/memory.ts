import { isRecord } from '../kinds/fields';
/** A NodeClaim that existed at an earlier look. */
export interface RememberedClaim {
  name: string;
  pool?: string;
  createdAt?: number;
  /** Whether its node was ever initialised. */
  initialized: boolean;
}

/** The history of one finding over several looks. */
export interface RememberedFinding {
  code: string;
  since: number;
  lastSeen: number;
  /**
   * Times of the last 30 minutes at which the finding came back after it had
   * been gone.
   */
  returns: number[];
  /** The finding as JSON, as it was last seen. */
  finding: unknown;
}

/**
 * Data that one look at a cluster cannot contain, passed from look to look.
 * Plain JSON; times are milliseconds since 1970.
 *
 * @public
 */
export interface Memory {
  version: 1;
  /** Time of the last look. */
  at: number;
  /**
   * Conditions by key: since when each one holds, and when it was last seen.
   */
  held: Record<string, { since: number; last: number }>;
  findings: Record<string, RememberedFinding>;
  /**
   * Restart counts by pod uid and container, as first seen in the last hour.
   */
  restarts: Record<string, { count: number; at: number }>;
  claims: Record<string, RememberedClaim>;
  /** NodeClaims that were deleted in the last 30 minutes. */
  deletedClaims: (RememberedClaim & { deletedAt: number })[];
}

/** How long deleted NodeClaims and the returns of findings are remembered. */
export const MEMORY_WINDOW_MS = 30 * 60_000;

/** An empty memory, as before the first look. */
export function emptyMemory(): Memory {
  return {
    version: 1,
    at: 0,
    held: {},
    findings: {},
    restarts: {},
    claims: {},
    deletedClaims: [],
  };
}

/**
 * Accepts a memory that was stored as JSON. A value that is not a memory of
 * this version is dropped without an error: an assessment works without memory
 * too.
 *
 * @public
 */
export function readMemory(value: unknown): Memory | undefined {
  if (!isRecord(value) || value.version !== 1) {
    return undefined;
  }
  const maps = ['held', 'findings', 'restarts', 'claims'] as const;
  const fits =
    typeof value.at === 'number' &&
    Number.isFinite(value.at) &&
    Array.isArray(value.deletedClaims) &&
    maps.every(key => isRecord(value[key]));
  return fits ? (value as unknown as Memory) : undefined;
}

/** Identifies a container of one pod instance in `Memory.restarts`. */
export function restartKey(
  pod: { uid?: string; namespace?: string; name: string },
  container: string,
): string {
  return `${pod.uid ?? `${pod.namespace}/${pod.name}`}/${container}`;
}
