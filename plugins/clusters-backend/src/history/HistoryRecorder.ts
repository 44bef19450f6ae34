import { randomUUID } from 'node:crypto';
import { PendingRows } from '../database/PendingRows';
import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetChange, FleetStore } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { ClusterPoint, HistoryStore, VerdictChange } from './HistoryStore';

/** The dependencies and intervals of a {@link HistoryRecorder}. */
export interface HistoryRecorderOptions {
  fleet: FleetStore;
  history: HistoryStore;
  sessions: Pick<SessionManager, 'owned'>;
  monitor: WriteMonitor;
  /** Interval between two points of a trend, in milliseconds. */
  pointMs: number;
  /** How often changes of verdicts go to the database, in milliseconds. */
  saveMs: number;
  now(): number;
}

/**
 * Records the history of the clusters that this backend reads: points for
 * trends, and changes of verdicts. While the database is down, points are lost
 * and changes are written later; requests are answered all the same.
 */
export class HistoryRecorder {
  readonly #options: HistoryRecorderOptions;
  readonly #changes: PendingRows<VerdictChange>;
  #timers: NodeJS.Timeout[] = [];

  constructor(options: HistoryRecorderOptions) {
    const { history, monitor } = options;
    this.#options = options;
    this.#changes = new PendingRows(monitor, rows => history.addChanges(rows));
    options.fleet.onChange(change => this.#note(change));
  }

  start(): void {
    const { pointMs, saveMs } = this.#options;
    this.#every(saveMs, () => this.save());
    this.#every(pointMs, () => this.addPoints());
  }

  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval);
    await this.flush();
  }

  /** Writes all changes of verdicts up to now. */
  flush(): Promise<void> {
    return this.#changes.flush();
  }

  /** Writes changes of verdicts; callers at the same time share one write. */
  save(): Promise<void> {
    return this.#changes.save();
  }

  /** Adds a point for every cluster of this backend that is live now. */
  async addPoints(): Promise<void> {
    const { fleet, history, sessions, monitor, now } = this.#options;
    const at = now();
    const points = sessions.owned.flatMap((identity): ClusterPoint[] => {
      const entry = fleet.find(identity);
      // A point that repeats an old value would falsify the trend.
      return entry?.point && entry.row.connection.state === 'live'
        ? [{ identity, cluster: entry.cluster.name, at, point: entry.point }]
        : [];
    });
    if (points.length > 0) {
      // A point that the database does not accept now only leaves a gap in the
      // trend.
      monitor.report(await history.addPoints(points));
    }
  }

  #note({ entry, before, source }: FleetChange): void {
    const { cluster, row, settledVerdict } = entry;
    const from = before?.settledVerdict;
    // Other backends record the changes of the clusters that they read.
    if (source !== 'assessed' || !settledVerdict || settledVerdict === from) {
      return;
    }
    this.#changes.add({
      id: randomUUID(),
      identity: cluster.identity,
      cluster: cluster.name,
      at: this.#options.now(),
      from,
      to: settledVerdict,
      headline: row.headline.text,
    });
  }

  #every(milliseconds: number, task: () => Promise<void>): void {
    const timer = setInterval(() => void task(), milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
