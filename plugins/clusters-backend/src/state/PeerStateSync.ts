import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { StateStore } from './StateStore';
import type { FleetStore } from '../fleet/FleetStore';

const POLL_MS = 250;

/** The dependencies of a {@link PeerStateSync}. */
export interface PeerStateSyncOptions {
  fleet: FleetStore;
  states: StateStore;
  logger: LoggerService;
  /** All clusters that the last discovery found. */
  clusters(): readonly KnownCluster[];
  /** Whether this backend reads a cluster itself. */
  owns(identity: string): boolean;
}

/**
 * Shows the clusters that other backends read, by loading their states from the
 * database. New states are recognized by their revisions alone, because the
 * backends' clocks need not agree. Reading the revisions of a thousand clusters
 * takes a millisecond or two.
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
          logger.warn(
            'Could not load the states of clusters that other backends read',
            error,
          );
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
        .filter(({ identity }) => !owns(identity))
        .map(cluster => [cluster.identity, cluster]),
    );
    if (others.size === 0) {
      return;
    }
    const changed = (await states.revisions()).filter(
      ({ identity, revision }) =>
        others.has(identity) && fleet.find(identity)?.revision !== revision,
    );
    const loaded = await states.load(changed.map(({ identity }) => identity));
    for (const { identity, detail } of loaded) {
      const known = others.get(identity);
      if (known && !owns(identity)) {
        fleet.restore(known, detail);
      }
    }
  }
}
