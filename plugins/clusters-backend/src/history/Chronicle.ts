import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterDetail,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterPoint, HistoryStore, VerdictChange } from './HistoryStore';
import type { StateStore, StateToSave } from '../state/StateStore';
import type { WriteOutcome } from '../database/writeRows';
import type { ClusterSession } from '../sessions/ClusterSession';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';
import {
  type AssessorMemory,
  readAssessorMemory,
} from '../assessment/ClusterAssessor';

/** How often the rules' memory is saved although nothing else changed. */
const MEMORY_MS = 300_000;
/** Changes that wait for the database; with more, the oldest are given up. */
const MAX_PENDING = 10_000;

/** What is remembered of a cluster from before. */
export interface Recalled {
  detail: ClusterDetail;
  memory: AssessorMemory;
}

/** What a {@link Chronicle} works with. */
export interface ChronicleOptions {
  fleet: FleetStore;
  states: StateStore;
  history: HistoryStore;
  logger: LoggerService;
  /** Distance of two points of a trend, in milliseconds. */
  pointMs: number;
  /** How often changed states go to the database, in milliseconds. */
  saveMs: number;
  /** The clusters that this backend reads. */
  sessions: ReadonlyMap<string, ClusterSession>;
  now(): number;
}

/**
 * Writes down what happens to our clusters: their newest state, small points
 * for trends, and changes of their verdicts. A database that is down costs
 * history, never an answer: what could not be written is tried again.
 */
export class Chronicle {
  readonly #options: ChronicleOptions;
  readonly #changed = new Set<string>();
  readonly #verdicts = new Map<string, Verdict>();
  #pendingChanges: VerdictChange[] = [];
  #timers: NodeJS.Timeout[] = [];
  #saving: Promise<void> | undefined;
  #failing = false;
  #cursor = 0;
  /** Clusters whose memory is due to be saved; not a whole number. */
  #due = 0;
  #lost = 0;

  constructor(options: ChronicleOptions) {
    this.#options = options;
    options.fleet.onChange(({ entry }) => this.#note(entry));
  }

  /** What was remembered of a cluster when somebody last read it. */
  async recall(cluster: string): Promise<Recalled | undefined> {
    const stored = await this.#options.states.find(cluster);
    const row = stored?.detail.row;
    if (row && row.connection.state !== 'connecting') {
      this.#verdicts.set(cluster, row.verdict);
    }
    return (
      stored && {
        detail: stored.detail,
        memory: readAssessorMemory(stored.memory),
      }
    );
  }

  /** The last verdict that counts: looks while connecting do not. */
  verdictOf(cluster: string): Verdict | undefined {
    return this.#verdicts.get(cluster);
  }

  /** Rows that were given up, because the database refuses them. */
  get lostRows(): number {
    return this.#lost;
  }

  start(): void {
    const { pointMs, saveMs } = this.#options;
    this.#every(saveMs, () => {
      this.#markSome();
      return this.save();
    });
    this.#every(pointMs, () => this.#addPoints());
  }

  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval);
    // One that is under way began before everything was marked.
    await this.#saving;
    this.#markAll();
    await this.save();
  }

  /** Writes what changed; callers at the same time share one write. */
  save(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Some at a time instead of all at once. */
  #markSome(): void {
    const { sessions, saveMs } = this.#options;
    this.#due += (sessions.size * saveMs) / MEMORY_MS;
    if (this.#due < 1) {
      return;
    }
    const names = [...sessions.keys()];
    for (; this.#due >= 1; this.#due -= 1) {
      this.#cursor = (this.#cursor + 1) % names.length;
      this.#changed.add(names[this.#cursor]);
    }
  }

  #markAll(): void {
    for (const name of this.#options.sessions.keys()) {
      this.#changed.add(name);
    }
  }

  #note({ cluster, row }: FleetEntry): void {
    const { name } = cluster;
    if (!this.#options.sessions.has(name)) {
      return;
    }
    this.#changed.add(name);
    const { verdict, headline, connection } = row;
    const before = this.#verdicts.get(name);
    if (connection.state === 'connecting' || before === verdict) {
      return;
    }
    this.#verdicts.set(name, verdict);
    if (this.#pendingChanges.length >= MAX_PENDING) {
      this.#lost += 1;
      this.#pendingChanges.shift();
    }
    this.#pendingChanges.push({
      id: randomUUID(),
      cluster: name,
      at: this.#options.now(),
      from: before,
      to: verdict,
      headline: headline.text,
    });
  }

  async #save(): Promise<void> {
    const { fleet, states, history, sessions, now } = this.#options;
    const names = [...this.#changed];
    const changes = this.#pendingChanges;
    // What changes while we write has to be written again.
    this.#changed.clear();
    this.#pendingChanges = [];
    const stored = names.flatMap((name): StateToSave[] => {
      const entry = fleet.get(name);
      return entry
        ? [
            {
              cluster: name,
              revision: entry.revision,
              detail: entry.body.toString(),
              memory: sessions.get(name)?.memory,
            },
          ]
        : [];
    });
    const saved = await states.save(stored, now());
    saved.left.forEach(({ cluster }) => this.#changed.add(cluster));
    const added = await history.addChanges(changes);
    this.#pendingChanges = [...added.left, ...this.#pendingChanges];
    this.#report(saved, added);
  }

  async #addPoints(): Promise<void> {
    const { fleet, history, sessions, now } = this.#options;
    const at = now();
    const points = [...sessions.keys()].flatMap((name): ClusterPoint[] => {
      const entry = fleet.get(name);
      // A point that was not seen would be a lie in a trend.
      return entry?.point && entry.row.connection.state === 'live'
        ? [{ cluster: name, at, point: entry.point }]
        : [];
    });
    // A point that is not taken now is a gap in a trend, and no more.
    this.#report(await history.addPoints(points));
  }

  /** Counts rows that the database refuses, and says each trouble once. */
  #report(...outcomes: WriteOutcome<{ cluster: string }>[]): void {
    const { logger } = this.#options;
    const error = outcomes.find(outcome => outcome.error)?.error as Error;
    const refused = outcomes.flatMap(outcome => outcome.refused);
    if (refused.length > 0 && this.#lost === 0) {
      const { cluster } = refused[0];
      logger.error(`The database refuses rows, first of ${cluster}`, error);
    }
    this.#lost += refused.length;
    const failing = outcomes.some(({ left }) => left.length > 0);
    if (failing && !this.#failing) {
      logger.error('The database does not take history', error);
    }
    this.#failing = failing;
  }

  #every(milliseconds: number, task: () => Promise<void>): void {
    const timer = setInterval(() => void task(), milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
