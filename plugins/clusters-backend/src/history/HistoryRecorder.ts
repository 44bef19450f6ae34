import { randomUUID } from 'node:crypto';
import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetChange, FleetStore } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { ClusterPoint, HistoryStore, VerdictChange } from './HistoryStore';

/** Changes that wait for the database; with more, the oldest are given up. */
const MAX_PENDING = 10_000;

/** What a {@link HistoryRecorder} works with. */
export interface HistoryRecorderOptions {
  fleet: FleetStore;
  history: HistoryStore;
  sessions: Pick<SessionManager, 'owned'>;
  monitor: WriteMonitor;
  /** Distance of two points of a trend, in milliseconds. */
  pointMs: number;
  /** How often changes of verdicts go to the database, in milliseconds. */
  saveMs: number;
  now(): number;
}

/**
 * Writes down what happens to our clusters: small points for trends, and changes
 * of their verdicts. A database that is down costs history, never an answer:
 * changes that it did not take are written later.
 */
export class HistoryRecorder {
  readonly #options: HistoryRecorderOptions;
  #pending: VerdictChange[] = [];
  #timers: NodeJS.Timeout[] = [];
  #saving: Promise<void> | undefined;

  constructor(options: HistoryRecorderOptions) {
    this.#options = options;
    options.fleet.onChange(change => this.#note(change));
  }

  start(): void {
    const { pointMs, saveMs } = this.#options;
    this.#every(saveMs, () => this.save());
    this.#every(pointMs, () => this.addPoints());
  }

  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval);
    // One that is under way does not have the newest changes.
    await this.#saving;
    await this.save();
  }

  /** Writes changes of verdicts; callers at the same time share one write. */
  save(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Adds a point of every cluster of ours that is seen right now. */
  async addPoints(): Promise<void> {
    const { fleet, history, sessions, monitor, now } = this.#options;
    const at = now();
    const points = sessions.owned.flatMap((name): ClusterPoint[] => {
      const entry = fleet.get(name);
      // A point that was not seen would be a lie in a trend.
      return entry?.point && entry.row.connection.state === 'live'
        ? [{ cluster: name, at, point: entry.point }]
        : [];
    });
    if (points.length > 0) {
      // A point that is not taken now is a gap in a trend, and no more.
      monitor.report(await history.addPoints(points));
    }
  }

  #note({ entry, before, source }: FleetChange): void {
    const { cluster, row, settledVerdict } = entry;
    const from = before?.settledVerdict;
    // What others read, they write down themselves.
    if (source !== 'assessed' || !settledVerdict || settledVerdict === from) {
      return;
    }
    if (this.#pending.length >= MAX_PENDING) {
      this.#options.monitor.giveUp(1);
      this.#pending.shift();
    }
    this.#pending.push({
      id: randomUUID(),
      cluster: cluster.name,
      at: this.#options.now(),
      from,
      to: settledVerdict,
      headline: row.headline.text,
    });
  }

  async #save(): Promise<void> {
    const { history, monitor } = this.#options;
    if (this.#pending.length === 0) {
      return;
    }
    const changes = this.#pending;
    this.#pending = [];
    const outcome = await history.addChanges(changes);
    this.#pending = [...outcome.left, ...this.#pending];
    monitor.report(outcome);
  }

  #every(milliseconds: number, task: () => Promise<void>): void {
    const timer = setInterval(() => void task(), milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
