import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterObservation,
  ClusterVerdictEvent,
} from '@clusterworks/plugin-clusters-common';
import type { ClustersService } from '@clusterworks/plugin-clusters-node';
import { SharedFetch } from './SharedFetch';

const TIMEOUT_MS = 5_000;
/**
 * Minimum time between two requests while the clusters backend does not answer.
 */
const RETRY_MS = 15_000;

/** Observations by entity reference; undefined when they are not available. */
export type Observations = ReadonlyMap<string, ClusterObservation> | undefined;

/** The dependencies of {@link FleetObservations}. */
export interface FleetObservationsOptions {
  auth: AuthService;
  clusters: Pick<ClustersService, 'getObservations'>;
  logger: LoggerService;
}

/**
 * Keeps the observations of the clusters backend in memory: one request loads
 * them for all clusters, and events update them afterwards. Processing an
 * entity causes no request of its own.
 */
export class FleetObservations {
  readonly #options: FleetObservationsOptions;
  readonly #shared = new SharedFetch(() => this.load(), RETRY_MS);
  #known: Map<string, ClusterObservation> | undefined;
  #failing = false;

  constructor(options: FleetObservationsOptions) {
    this.#options = options;
  }

  /** The latest observations; never throws. */
  async get(): Promise<Observations> {
    return this.#known ?? (await this.#shared.get());
  }

  /** Loads all observations again; never throws. */
  async load(): Promise<Observations> {
    const items = await this.#read();
    const before = this.#known;
    this.#known =
      items &&
      new Map(
        items.map(item => {
          const ref = item.entityRef.toLowerCase();
          return [ref, newerOf(item, before?.get(ref))];
        }),
      );
    return this.#known;
  }

  /** Applies an event, unless a newer observation is known. */
  apply(event: ClusterVerdictEvent): void {
    const ref = event.entityRef.toLowerCase();
    const { cluster: name, entityRef, revision } = event;
    const { verdict, phase, drained, versions } = event;
    const before = this.#known?.get(ref);
    const otherClaims = before?.otherClaims;
    const item = {
      ...{ name, entityRef, revision },
      ...{ verdict, phase, drained, versions, otherClaims },
    };
    this.#known?.set(ref, newerOf(item, before));
  }

  async #read(): Promise<ClusterObservation[] | undefined> {
    const { auth, clusters, logger } = this.#options;
    try {
      const { items } = await clusters.getObservations({
        credentials: await auth.getOwnServiceCredentials(),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      this.#failing = false;
      return items;
    } catch (error) {
      if (!this.#failing) {
        this.#failing = true;
        const reason = error instanceof Error ? error.message : error;
        logger.warn(
          `The clusters backend does not answer, health is unknown until it does: ${reason}`,
        );
      }
      return undefined;
    }
  }
}

/** An event can arrive before the answer to an earlier request. */
function newerOf(
  item: ClusterObservation,
  known: ClusterObservation | undefined,
): ClusterObservation {
  return known && (known.revision ?? 0) > (item.revision ?? 0) ? known : item;
}
