import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetStore } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { StateStore, StateToSave } from './StateStore';

/** How often the rules' memory is saved although nothing else changed. */
const MEMORY_MS = 300_000;

/** What a {@link StateRecorder} works with. */
export interface StateRecorderOptions {
  fleet: FleetStore;
  states: StateStore;
  sessions: Pick<SessionManager, 'owns' | 'owned' | 'memoryOf'>;
  monitor: WriteMonitor;
  /** How often changed states go to the database, in milliseconds. */
  saveMs: number;
  now(): number;
}

/**
 * Saves the newest state of our clusters, for other backends and for a restart.
 * A database that is down costs no answer: what it did not take is saved later.
 */
export class StateRecorder {
  readonly #options: StateRecorderOptions;
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> | undefined;
  #cursor = 0;
  /** Clusters whose memory is due to be saved; not a whole number. */
  #due = 0;

  constructor(options: StateRecorderOptions) {
    this.#options = options;
    options.fleet.onChange(({ entry: { cluster }, source }) => {
      if (source === 'assessed') {
        this.#changed.add(cluster.name);
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

  /** Saves everything a last time; to be called while sessions still run. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    // One that is under way began before everything was marked.
    await this.#saving;
    this.#options.sessions.owned.forEach(name => this.#changed.add(name));
    await this.save();
  }

  /** Saves what changed; callers at the same time share one write. */
  save(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Some at a time instead of all at once. */
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
    const { states, monitor, now } = this.#options;
    if (this.#changed.size === 0) {
      return;
    }
    const names = [...this.#changed];
    // What changes while we write has to be written again.
    this.#changed.clear();
    const outcome = await states.save(
      names.flatMap(name => this.#stateOf(name)),
      now(),
    );
    outcome.left.forEach(({ cluster }) => this.#changed.add(cluster));
    monitor.report(outcome);
  }

  #stateOf(cluster: string): StateToSave[] {
    const { fleet, sessions } = this.#options;
    const entry = fleet.get(cluster);
    // One that is not ours any more is saved by whoever reads it now.
    if (!entry || !sessions.owns(cluster)) {
      return [];
    }
    return [
      {
        cluster,
        revision: entry.revision,
        detail: entry.body.toString(),
        memory: sessions.memoryOf(cluster),
      },
    ];
  }
}
