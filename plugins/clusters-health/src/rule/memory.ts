import { isRecord } from '../kinds/fields';
/** A NodeClaim that was there at an earlier look. */
export interface RememberedClaim {
  name: string;
  pool?: string;
  createdAt?: number;
  /** Whether a node of it was ever initialised. */
  initialized: boolean;
}

/** How one finding went over the looks. */
export interface RememberedFinding {
  code: string;
  since: number;
  lastSeen: number;
  /** Times at which it came back after being gone, in the last 30 minutes. */
  returns: number[];
  /** JSON of the finding as it was last seen. */
  finding: unknown;
}

/**
 * What one look at a cluster cannot know, carried from look to look. Plain
 * JSON; times are milliseconds since 1970.
 *
 * @public
 */
export interface Memory {
  version: 1;
  /** Time of the last look. */
  at: number;
  /** Conditions by key: since when they hold, and when they were last seen. */
  held: Record<string, { since: number; last: number }>;
  findings: Record<string, RememberedFinding>;
  /** Restart counts by pod uid and container, as first seen in the window. */
  restarts: Record<string, { count: number; at: number }>;
  claims: Record<string, RememberedClaim>;
  /** NodeClaims that went in the last 30 minutes. */
  deletedClaims: (RememberedClaim & { deletedAt: number })[];
}

/** How long deleted NodeClaims and returns are remembered. */
export const MEMORY_WINDOW_MS = 30 * 60_000;

/** A memory of nothing, as before the first look. */
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
 * Accepts a memory that was stored as JSON. Anything that is not one of this
 * version is forgotten: a memory is a comfort, never a reason to fail.
 *
 * @public
 */
export function readMemory(value: unknown): Memory | undefined {
  if (!isRecord(value) || value.version !== 1) return undefined;
  const maps = ['held', 'findings', 'restarts', 'claims'] as const;
  const fits =
    typeof value.at === 'number' &&
    Number.isFinite(value.at) &&
    Array.isArray(value.deletedClaims) &&
    maps.every(key => isRecord(value[key]));
  return fits ? (value as unknown as Memory) : undefined;
}

/** Names a container of one pod instance in `Memory.restarts`. */
export function restartKey(
  pod: { uid?: string; namespace?: string; name: string },
  container: string,
): string {
  return `${pod.uid ?? `${pod.namespace}/${pod.name}`}/${container}`;
}
