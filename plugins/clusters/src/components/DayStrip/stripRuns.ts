import type {
  HistoryCell,
  Verdict,
} from '@clusterworks/plugin-clusters-common';

/** Neighbouring cells with the same verdict; none where nothing was recorded. */
export type StripRun = {
  verdict: Verdict | undefined;
  /** Number of the first cell, and of the one after the last. */
  from: number;
  to: number;
  /** The most pods without a node at a time, where that is known. */
  mostPending: number | undefined;
};

function most(counts: (number | undefined)[]): number | undefined {
  const known = counts.flatMap(count => count ?? []);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** The cells of a day, gathered by verdict, in the order of time. */
export function stripRuns(cells: readonly HistoryCell[]): StripRun[] {
  const runs: StripRun[] = [];
  cells.forEach(({ verdict, podsPending }, index) => {
    const last = runs[runs.length - 1];
    if (last && last.verdict === verdict) {
      last.to = index + 1;
      last.mostPending = most([last.mostPending, podsPending]);
    } else {
      const [from, to] = [index, index + 1];
      runs.push({ verdict, from, to, mostPending: podsPending });
    }
  });
  return runs;
}

/** A day in numbers. */
export type StripSummary = {
  /** Minutes with each verdict, and without a record. */
  minutes: Record<Verdict | 'unrecorded', number>;
  mostPending: number | undefined;
};

/** How long a cluster had which verdict, counted in whole cells. */
export function stripSummary(
  cells: readonly HistoryCell[],
  cellMinutes: number,
): StripSummary {
  const minutes: StripSummary['minutes'] = {
    ...{ healthy: 0, degraded: 0, critical: 0, unknown: 0 },
    unrecorded: 0,
  };
  for (const { verdict = 'unrecorded' } of cells) {
    minutes[verdict] += cellMinutes;
  }
  return {
    minutes,
    mostPending: most(cells.map(({ podsPending }) => podsPending)),
  };
}
