import type {
  ClusterMerge,
  HistoryPoint,
  Verdict,
} from '@clusterworks/plugin-clusters-common';

/** How long a cell is. */
export const CELL_MS = 15 * 60_000;
const CELLS = 96;
/** Points further apart than this say nothing of the time between them. */
const GAP_MS = 45 * 60_000;
/** Pools that the chart draws apart; the others are one. */
const MOST_POOLS = 5;

const WORSE: Record<Verdict, number> = {
  healthy: 0,
  unknown: 1,
  degraded: 2,
  critical: 3,
};

/** A quarter of an hour of a cluster; values are absent where none was seen. */
export type DayCell = {
  /** Milliseconds since 1970, when the cell begins. */
  at: number;
  verdict?: Verdict;
  nodes?: number;
  /** Nodes by series; the sum of all is `nodes`. */
  pools?: Record<string, number>;
  podsPending?: number;
  roomAddresses?: number;
  /** Nodes by which pools grew and shrank between two points of the history. */
  came: number;
  went: number;
  /** Instances that AWS took away, as far as two points show it. */
  interrupted: number;
  /** The most nodes whose pods were moving away. */
  draining: number;
  /** Versions that changed. */
  upgrades: Upgrade[];
  /** Pull requests of the cluster that were merged. */
  merges: ClusterMerge[];
};

/** A version that was another one in the point before. */
export type Upgrade = {
  component: 'kubernetes' | 'karpenter' | 'cilium';
  from: string;
  to: string;
};

/** Nodes that belong to no series of their own. */
export const OTHER_NODES = '';

/** A day of a cluster. */
export type DayCells = {
  cells: DayCell[];
  /** Names of the largest pools, the largest first, then {@link OTHER_NODES}. */
  series: string[];
};

/** The pools with the most nodes at any time of the day. */
function largestPools(points: readonly HistoryPoint[]): string[] {
  const most = new Map<string, number>();
  for (const { pools = {} } of points) {
    for (const [name, { nodes = 0 }] of Object.entries(pools)) {
      most.set(name, Math.max(most.get(name) ?? 0, nodes));
    }
  }
  return [...most]
    .filter(([, nodes]) => nodes > 0)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, MOST_POOLS)
    .map(([name]) => name);
}

/** A count of pools may be newer than that of nodes: the sum never exceeds it. */
function bySeries(
  { nodes = 0, pools = {} }: HistoryPoint,
  largest: readonly string[],
): Record<string, number> {
  let left = nodes;
  const series = largest.map((name): [string, number] => {
    const own = Math.min(left, pools[name]?.nodes ?? 0);
    left -= own;
    return [name, own];
  });
  return Object.fromEntries([...series, [OTHER_NODES, left]]);
}

function changeOf(before: HistoryPoint | undefined, point: HistoryPoint) {
  if (!before?.pools || !point.pools || !isNear(before, point)) {
    return { came: 0, went: 0 };
  }
  const names = new Set([
    ...Object.keys(before.pools),
    ...Object.keys(point.pools),
  ]);
  const change = { came: 0, went: 0 };
  for (const name of names) {
    const own = before.pools[name]?.nodes;
    const now = point.pools[name]?.nodes;
    if (own !== undefined && now !== undefined) {
      change.came += Math.max(0, now - own);
      change.went += Math.max(0, own - now);
    }
  }
  return change;
}

const COMPONENTS = ['kubernetes', 'karpenter', 'cilium'] as const;

function upgradesOf(
  before: HistoryPoint['versions'],
  versions: HistoryPoint['versions'],
): Upgrade[] {
  return COMPONENTS.flatMap(component => {
    const from = before?.[component];
    const to = versions?.[component];
    return from !== undefined && to !== undefined && from !== to
      ? [{ component, from, to }]
      : [];
  });
}

/**
 * A point counts the interruptions of the hour before it: only a higher count
 * than that of the point before shows new ones.
 */
function newlyInterrupted(before: HistoryPoint, point: HistoryPoint): number {
  return before.interrupted === undefined || point.interrupted === undefined
    ? 0
    : Math.max(0, point.interrupted - before.interrupted);
}

function isNear(before: HistoryPoint, point: HistoryPoint): boolean {
  return Date.parse(point.at) - Date.parse(before.at) <= GAP_MS;
}

function larger(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? a ?? b : Math.max(a, b);
}

function worse(a: Verdict | undefined, b: Verdict): Verdict {
  return a && WORSE[a] > WORSE[b] ? a : b;
}

/**
 * The points of a history as cells of a quarter of an hour, so that a chart has
 * the same size however often points were recorded. A cell has the worst
 * verdict, the most pending pods and the last of all other values.
 *
 * @param now - milliseconds since 1970; the last cell includes it
 * @param merges - pull requests that were merged
 */
export function dayCells(
  points: readonly HistoryPoint[],
  now: number,
  merges: readonly ClusterMerge[] = [],
): DayCells {
  const last = Math.floor(now / CELL_MS);
  const first = last - CELLS + 1;
  const cells = Array.from(
    { length: CELLS },
    (_, index): DayCell => ({
      at: (first + index) * CELL_MS,
      ...{ came: 0, went: 0, interrupted: 0, draining: 0 },
      ...{ upgrades: [], merges: [] },
    }),
  );
  const cellAt = (at: string): DayCell | undefined =>
    cells[Math.floor(Date.parse(at) / CELL_MS) - first];
  for (const merge of merges) {
    cellAt(merge.at)?.merges.push(merge);
  }
  const largest = largestPools(points);
  points.forEach((point, index) => {
    const cell = cellAt(point.at);
    if (!cell) {
      return;
    }
    const before: HistoryPoint | undefined = points[index - 1];
    const { came, went } = changeOf(before, point);
    if (before) {
      // An upgrade is one however long nothing was recorded before.
      cell.upgrades.push(...upgradesOf(before.versions, point.versions));
      cell.interrupted += isNear(before, point)
        ? newlyInterrupted(before, point)
        : 0;
    }
    cell.draining = Math.max(cell.draining, point.draining ?? 0);
    cell.came += came;
    cell.went += went;
    cell.verdict = worse(cell.verdict, point.verdict);
    cell.podsPending = larger(cell.podsPending, point.podsPending);
    cell.roomAddresses = point.roomAddresses ?? cell.roomAddresses;
    if (point.nodes !== undefined) {
      cell.nodes = point.nodes;
      cell.pools = bySeries(point, largest);
    }
  });
  return { cells, series: [...largest, OTHER_NODES] };
}
