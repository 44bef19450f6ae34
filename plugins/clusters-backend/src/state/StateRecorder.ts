import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetStore } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { StateStore, StateToSave } from './StateStore';

/** How often the assessors' memory is saved when nothing else changes. */
const MEMORY_MS = 300_000;

/** The dependencies and intervals of a {@link StateRecorder}. */
export interface StateRecorderOptions {
  fleet: FleetStore;
  states: StateStore;
  sessions: Pick<SessionManager, 'owns' | 'owned' | 'memoryOf'>;
  monitor: WriteMonitor;
  /** Writes all changes of verdicts, and messages about them, up to now. */
  flushChanges(): Promise<void>;
  /** Interval between two writes of changed states, in milliseconds. */
  saveMs: number;
  now(): number;
}

/**
 * Saves the newest state of the clusters that this backend reads, for other
 * backends and for a restart. While the database is down, requests are still
 * answered, and states are saved later.
 */
export class StateRecorder {
  readonly #options: StateRecorderOptions;
  /** Keys of the clusters whose state must be saved. */
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> | undefined;
  #cursor = 0;
  /** Number of clusters whose memory is due to be saved; can be a fraction. */
  #due = 0;

  constructor(options: StateRecorderOptions) {
    this.#options = options;
    options.fleet.onChange(({ entry: { cluster }, source }) => {
      if (source === 'assessed') {
        this.#changed.add(cluster.identity);
      }
    });
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#markSome();
      void this.save();
    }, this.#options.saveMs);
    this.#timer.unref();
  }

  /** Saves everything a last time; called while the sessions still run. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.saveAll();
  }

  /** Saves the states of all clusters that this backend reads. */
  async saveAll(): Promise<void> {
    // A write that is already running started before all states were marked.
    await this.#saving;
    this.#options.sessions.owned.forEach(id => this.#changed.add(id));
    await this.save();
  }

  /** Saves the changed states; callers at the same time share one write. */
  save(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Marks some clusters at a time instead of all at once. */
  #markSome(): void {
    const { sessions, saveMs } = this.#options;
    const { owned } = sessions;
    if (owned.length === 0) {
      return;
    }
    this.#due += (owned.length * saveMs) / MEMORY_MS;
    for (; this.#due >= 1; this.#due -= 1) {
      this.#cursor = (this.#cursor + 1) % owned.length;
      this.#changed.add(owned[this.#cursor]);
    }
  }

  async #save(): Promise<void> {
    const { states, monitor, flushChanges, now } = this.#options;
    if (this.#changed.size === 0) {
      return;
    }
    const identities = [...this.#changed];
    // A state that changes during the write must be written again.
    this.#changed.clear();
    const rows = identities.flatMap(identity => this.#stateOf(identity));
    // Whoever takes the cluster over continues from the saved state, and records
    // only the changes after it. A change that is in no saved state is recorded
    // by them.
    await flushChanges();
    const outcome = await states.save(rows, now());
    outcome.left.forEach(({ identity }) => this.#changed.add(identity));
    monitor.report(outcome);
  }

  #stateOf(identity: string): StateToSave[] {
    const { fleet, sessions } = this.#options;
    const entry = fleet.find(identity);
    // A cluster that moved to another backend is saved by that backend.
    if (!entry || !sessions.owns(identity)) {
      return [];
    }
    return [
      {
        identity,
        cluster: entry.cluster.name,
        revision: entry.revision,
        detail: entry.body.toString(),
        memory: sessions.memoryOf(identity),
      },
    ];
  }
}
