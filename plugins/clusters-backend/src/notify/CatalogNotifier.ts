import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';

/** A cluster whose verdict blinks must not keep the catalog busy. */
const MIN_DISTANCE_MS = 60_000;
const TICK_MS = 1_000;
/** Entities refreshed per tick, so that a bad day does not flood the catalog. */
const PER_TICK = 5;

/** What a {@link CatalogNotifier} works with. */
export interface CatalogNotifierOptions {
  fleet: FleetStore;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Whether this backend reads a cluster: one notifies, not all. */
  owns(cluster: string): boolean;
  verdictOf(cluster: string): Verdict | undefined;
  now(): number;
}

/**
 * Asks the catalog to process a cluster's entity again when its verdict or its
 * observed versions changed, since both are labels of the entity.
 */
export class CatalogNotifier {
  readonly #options: CatalogNotifierOptions;
  readonly #told = new Map<string, { observation: string; at: number }>();
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CatalogNotifierOptions) {
    this.#options = options;
  }

  start(): void {
    const { fleet, owns } = this.#options;
    fleet.onChange(({ entry: { cluster } }) => {
      if (owns(cluster.name)) {
        this.#pending.add(cluster.name);
      }
    });
    this.#timer = setInterval(() => void this.tick(), TICK_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Notifies of what is due. */
  async tick(): Promise<void> {
    const { fleet, now } = this.#options;
    let budget = PER_TICK;
    for (const name of [...this.#pending]) {
      const entry = fleet.get(name);
      const told = this.#told.get(name);
      const observation = entry && this.#observationOf(entry);
      if (!entry || !observation || told?.observation === observation) {
        this.#pending.delete(name);
      } else if (budget > 0 && now() - (told?.at ?? 0) >= MIN_DISTANCE_MS) {
        budget -= 1;
        this.#pending.delete(name);
        this.#told.set(name, { observation, at: now() });
        await this.#refresh(entry);
      }
    }
  }

  #observationOf({ cluster, row }: FleetEntry): string | undefined {
    const verdict = this.#options.verdictOf(cluster.name);
    const { kubernetes, karpenter, cilium } = row.versions;
    const versions = [kubernetes, karpenter, cilium].map(
      ({ observed }) => observed,
    );
    return verdict && JSON.stringify([verdict, versions]);
  }

  async #refresh({ cluster }: FleetEntry): Promise<void> {
    const { catalog, auth, logger } = this.#options;
    try {
      await catalog.refreshEntity(cluster.entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
    } catch (error) {
      logger.debug(`The catalog did not refresh ${cluster.entityRef}`, {
        error: String(error),
      });
    }
  }
}
