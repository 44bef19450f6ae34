import { NOW } from '@clusterworks/kube-fixtures';
import type {
  FleetHistoryResponse,
  HistoryCell,
} from '@clusterworks/plugin-clusters-common';

const CELL_MS = 15 * 60_000;
const CELLS = 97;

/** Cells of a quarter of an hour ago and before; the rest was not recorded. */
const cellsOf: Record<string, (ago: number) => HistoryCell> = {
  // Full since 12 minutes; a short trouble in the night.
  'search-dev': ago => {
    if (ago < 1) {
      return { verdict: 'critical', podsPending: 14 };
    }
    return ago > 30 && ago < 34
      ? { verdict: 'degraded', podsPending: 6 }
      : { verdict: 'healthy', podsPending: ago % 17 === 0 ? 2 : 0 };
  },
  'ml-staging': ago => ({
    verdict: ago < 9 ? 'degraded' : 'healthy',
    podsPending: ago < 9 ? 3 : 0,
  }),
  'legacy-eu': ago =>
    ago < 2 ? { verdict: 'unknown' } : { verdict: 'healthy' },
  'reports-staging': () => ({}),
  'shop-dev': () => ({}),
};

/** An answer of `GET /v1/fleet/history`. */
export function fleetHistory(names: readonly string[]): FleetHistoryResponse {
  const last = Math.floor(Date.parse(NOW) / CELL_MS);
  return {
    from: new Date((last - CELLS + 1) * CELL_MS).toISOString(),
    cellMinutes: 15,
    clusters: names.map(name => ({
      name,
      cells: Array.from({ length: CELLS }, (_, index) =>
        (cellsOf[name] ?? (() => ({ verdict: 'healthy', podsPending: 0 })))(
          CELLS - 1 - index,
        ),
      ),
    })),
  };
}
