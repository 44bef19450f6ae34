import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type {
  HistoryCell,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { LRUCache } from 'lru-cache';
import type { HistoryStore } from './HistoryStore';

const MINUTE_MS = 60_000;
/** The length of a cell, in minutes. */
export const CELL_MINUTES = 15;
const CELL_MS = CELL_MINUTES * MINUTE_MS;
/** A day, and the cell that has just begun. */
const CELLS = (24 * 60) / CELL_MINUTES + 1;
/** Clusters whose complete cells are kept in memory; each takes 5 kB. */
const REMEMBERED = 2_000;
/** Clusters per query: SQLite reads in this thread. */
const BATCH = 20;
/** A row of a cell may be written this much after the cell ended. */
const LATE_MS = 2 * MINUTE_MS;

const WORSE: Record<Verdict, number> = {
  healthy: 0,
  unknown: 1,
  degraded: 2,
  critical: 3,
};

/** The cells of a cluster, by their number since 1970. */
type Cells = Map<number, HistoryCell>;

/** Cells that cannot change any more, up to one of them. */
interface Remembered {
  through: number;
  cells: Cells;
}

/**
 * The last 24 hours of many clusters in cells of a quarter of an hour. Complete
 * cells are read from the database once.
 */
export class FleetHistory {
  readonly #history: Pick<HistoryStore, 'readBriefly'>;
  readonly #remembered = new LRUCache<string, Remembered>({ max: REMEMBERED });

  constructor(history: Pick<HistoryStore, 'readBriefly'>) {
    this.#history = history;
  }

  /**
   * @param identities - keys of clusters
   * @param now - milliseconds since 1970
   * @returns when the first cell begins, and the cells of each cluster
   */
  async read(
    identities: readonly string[],
    now: number,
  ): Promise<{ from: number; cells: HistoryCell[][] }> {
    const last = Math.floor(now / CELL_MS);
    const first = last - CELLS + 1;
    const found = new Map<string, Cells>();
    for (let start = 0; start < identities.length; start += BATCH) {
      const batch = identities.slice(start, start + BATCH);
      for (const [identity, cells] of await this.#readBatch(
        batch,
        first,
        now,
      )) {
        found.set(identity, cells);
      }
      await yieldToOthers();
    }
    return {
      from: first * CELL_MS,
      cells: identities.map(identity =>
        Array.from(
          { length: CELLS },
          (_, index) => found.get(identity)?.get(first + index) ?? {},
        ),
      ),
    };
  }

  async #readBatch(
    identities: readonly string[],
    first: number,
    now: number,
  ): Promise<Map<string, Cells>> {
    const known = new Map(
      identities.map(identity => {
        const cells = this.#remembered.get(identity)?.cells ?? new Map();
        return [
          identity,
          new Map([...cells].filter(([number]) => number >= first)),
        ] as const;
      }),
    );
    const since = Math.min(
      ...identities.map(identity => {
        const { through = first - 1 } = this.#remembered.get(identity) ?? {};
        return Math.max(first, through + 1);
      }),
    );
    const rows = await this.#history.readBriefly(
      identities,
      since * CELL_MS,
      now,
    );
    // Cells that are read again begin anew.
    known.forEach(cells => {
      [...cells.keys()]
        .filter(number => number >= since)
        .forEach(number => cells.delete(number));
    });
    for (const { identity, at, ...seen } of rows) {
      const cells = known.get(identity);
      const number = Math.floor(at / CELL_MS);
      cells?.set(number, together(cells.get(number) ?? {}, seen));
    }
    const through = Math.floor((now - LATE_MS) / CELL_MS) - 1;
    for (const [identity, cells] of known) {
      const complete = [...cells].filter(([number]) => number <= through);
      this.#remembered.set(identity, { through, cells: new Map(complete) });
    }
    return known;
  }
}

/** What was seen in two parts of a cell: the worse verdict, the most pods. */
export function together(a: HistoryCell, b: HistoryCell): HistoryCell {
  const verdicts = [a.verdict, b.verdict].flatMap(verdict => verdict ?? []);
  const pending = [a.podsPending, b.podsPending].flatMap(count => count ?? []);
  return {
    ...(verdicts.length > 0 && {
      verdict: verdicts.reduce((one, other) =>
        WORSE[other] > WORSE[one] ? other : one,
      ),
    }),
    ...(pending.length > 0 && { podsPending: Math.max(...pending) }),
  };
}
