import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Mute } from '@clusterworks/plugin-clusters-common';
import type { MuteStore, StoredMute } from './MuteStore';
import { toMute } from './toMute';

/** Mutes that another backend stored are seen after this time. */
const POLL_MS = 5_000;

/** The mutes of a cluster that have not ended, by id of the finding. */
export type MutesOf = (identity: string) => ReadonlyMap<string, Mute>;

const NONE: ReadonlyMap<string, Mute> = new Map();

/**
 * Holds the mutes of all clusters in memory, so that no judgement waits for the
 * database. While the database is down, the last known ones hold until they end.
 */
export class MuteBoard {
  readonly #store: MuteStore;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #onChange: ((identity: string) => void)[] = [];
  #mutes: ReadonlyMap<string, ReadonlyMap<string, Mute>> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | undefined;
  #failing = false;

  constructor(options: {
    store: MuteStore;
    logger: LoggerService;
    now(): number;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Calls the listener with each cluster whose mutes changed. */
  onChange(listener: (identity: string) => void): void {
    this.#onChange.push(listener);
  }

  /** The mutes of a cluster as they were last read. */
  of(identity: string): ReadonlyMap<string, Mute> {
    return this.#mutes.get(identity) ?? NONE;
  }

  /** The mutes of a cluster as the database has them now. */
  async list(identity: string): Promise<StoredMute[]> {
    return await this.#store.read(this.#now(), identity);
  }

  async set(mute: StoredMute): Promise<void> {
    await this.#store.set(mute);
    await this.#pollAgain();
  }

  /** @returns whether the finding was muted */
  async remove(identity: string, finding: string): Promise<boolean> {
    const removed = await this.#store.remove(identity, finding);
    await this.#pollAgain();
    return removed;
  }

  start(): void {
    void this.poll();
    this.#timer = setInterval(() => void this.poll(), POLL_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#polling;
  }

  /** Reads all mutes; callers at the same time share one reading. */
  poll(): Promise<void> {
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  /** A reading that is under way may have begun before a change. */
  async #pollAgain(): Promise<void> {
    await this.#polling;
    await this.poll();
  }

  async #poll(): Promise<void> {
    try {
      this.#apply(await this.#store.read(this.#now()));
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#logger.warn('Could not read the mutes', error as Error);
      }
      this.#failing = true;
    }
  }

  #apply(read: readonly StoredMute[]): void {
    const before = this.#mutes;
    const after = new Map<string, Map<string, Mute>>();
    for (const stored of read) {
      const { identity, finding } = stored;
      const own = after.get(identity) ?? new Map<string, Mute>();
      after.set(identity, own.set(finding, toMute(stored)));
    }
    this.#mutes = after;
    for (const identity of new Set([...before.keys(), ...after.keys()])) {
      if (textOf(before.get(identity)) !== textOf(after.get(identity))) {
        this.#onChange.forEach(listener => listener(identity));
      }
    }
  }
}

function textOf(mutes: ReadonlyMap<string, Mute> = NONE): string {
  return JSON.stringify([...mutes]);
}
