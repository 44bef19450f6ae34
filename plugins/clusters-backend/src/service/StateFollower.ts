import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { StateStore } from '../store/StateStore';
import type { Fleet } from './Fleet';

const POLL_MS = 250;
/** The backends' clocks may differ by so much. */
const OVERLAP_MS = 10_000;

/** What a {@link StateFollower} works with. */
export interface StateFollowerOptions {
  fleet: Fleet;
  states: StateStore;
  logger: LoggerService;
  /** All clusters, as the last discovery found them. */
  clusters(): readonly KnownCluster[];
  /** Whether this backend reads a cluster itself. */
  owns(cluster: string): boolean;
  now(): number;
}

/** Shows what other backends read: takes it from the database. */
export class StateFollower {
  readonly #options: StateFollowerOptions;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | undefined;
  #failing = false;

  constructor(options: StateFollowerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.poll(), POLL_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#polling;
  }

  poll(): Promise<void> {
    this.#polling ??= this.#poll()
      .then(() => {
        this.#failing = false;
      })
      .catch(error => {
        if (!this.#failing) {
          const { logger } = this.#options;
          logger.warn('Could not see what other backends read', error);
        }
        this.#failing = true;
      })
      .finally(() => {
        this.#polling = undefined;
      });
    return this.#polling;
  }

  async #poll(): Promise<void> {
    const { fleet, states, clusters, owns, now } = this.#options;
    const others = new Map(
      clusters()
        .filter(({ name }) => !owns(name))
        .map(cluster => [cluster.name, cluster]),
    );
    if (others.size === 0) {
      return;
    }
    const started = now();
    const revisions = await states.revisions(this.#since);
    const changed = revisions.filter(
      ({ cluster, revision }) =>
        others.has(cluster) && fleet.get(cluster)?.revision !== revision,
    );
    const loaded = await states.load(changed.map(({ cluster }) => cluster));
    for (const { cluster, detail } of loaded) {
      const known = others.get(cluster);
      if (known && !owns(cluster)) {
        fleet.restore(known, detail);
      }
    }
    // A cluster that is new to us may have been written long ago.
    const complete = [...others.keys()].every(name => fleet.get(name));
    this.#since = complete ? started - OVERLAP_MS : 0;
  }
}
