import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { StateStore } from './StateStore';
import type { FleetStore } from '../fleet/FleetStore';

const POLL_MS = 250;

/** What a {@link PeerStateSync} works with. */
export interface PeerStateSyncOptions {
  fleet: FleetStore;
  states: StateStore;
  logger: LoggerService;
  /** All clusters, as the last discovery found them. */
  clusters(): readonly KnownCluster[];
  /** Whether this backend reads a cluster itself. */
  owns(cluster: string): boolean;
}

/**
 * Shows what other backends read: takes it from the database. What is new there
 * is told by revisions alone, since the backends' clocks need not agree; reading
 * those of a thousand clusters takes a millisecond or two.
 */
export class PeerStateSync {
  readonly #options: PeerStateSyncOptions;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | undefined;
  #failing = false;

  constructor(options: PeerStateSyncOptions) {
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
    const { fleet, states, clusters, owns } = this.#options;
    const others = new Map(
      clusters()
        .filter(({ name }) => !owns(name))
        .map(cluster => [cluster.name, cluster]),
    );
    if (others.size === 0) {
      return;
    }
    const changed = (await states.revisions()).filter(
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
  }
}
