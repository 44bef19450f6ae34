import type {
  Measure,
  NodePoolView,
  ResourceLedger,
} from '@clusterworks/plugin-clusters-common';

/** The ledger of one resource of a pool, if it keeps one. */
export function ledgerOf(
  pool: NodePoolView,
  resource: string,
): ResourceLedger | undefined {
  return pool.resources.find(entry => entry.resource === resource);
}

/** What is left of a limit; `undefined` when there is no limit. */
export function leftOf(entry: ResourceLedger): Measure | undefined {
  if (entry.limit === undefined) {
    return undefined;
  }
  if (entry.used.certainty === 'unknown') {
    return entry.used;
  }
  // Usage that is only known to be "at least" leaves "at most": an estimate.
  return {
    certainty: entry.used.certainty === 'exact' ? 'exact' : 'estimate',
    value: entry.limit - entry.used.value,
  };
}

/** The used share of a limit; `undefined` when there is no limit. */
export function usedShare(entry: ResourceLedger): Measure | undefined {
  if (entry.limit === undefined || entry.limit <= 0) {
    return undefined;
  }
  return entry.used.certainty === 'unknown'
    ? entry.used
    : { ...entry.used, value: entry.used.value / entry.limit };
}
