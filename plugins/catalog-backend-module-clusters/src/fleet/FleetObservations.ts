import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  type ClusterObservation,
  ClustersClient,
  type ClusterVerdictEvent,
} from '@clusterworks/plugin-clusters-common';
import { SharedFetch } from './SharedFetch';

const TIMEOUT_MS = 5_000;
/** While the clusters backend cannot be asked, it is asked no more often. */
const RETRY_MS = 15_000;

/** Observations by entity reference; undefined when they cannot be had. */
export type Observations = ReadonlyMap<string, ClusterObservation> | undefined;

/** What a {@link FleetObservations} works with. */
export interface FleetObservationsOptions {
  discovery: DiscoveryService;
  auth: AuthService;
  logger: LoggerService;
  client?: Pick<ClustersClient, 'getObservations'>;
}

/**
 * What the clusters backend sees of the fleet, in memory: asked for in one
 * request for all clusters, and kept up by events from then on. However many
 * entities are processed, nobody is asked for each.
 */
export class FleetObservations {
  readonly #options: FleetObservationsOptions;
  readonly #client: Pick<ClustersClient, 'getObservations'>;
  readonly #shared = new SharedFetch(() => this.load(), RETRY_MS);
  #known: Map<string, ClusterObservation> | undefined;
  #failing = false;

  constructor(options: FleetObservationsOptions) {
    this.#options = options;
    const discoveryApi = options.discovery;
    this.#client = options.client ?? new ClustersClient({ discoveryApi });
  }

  /** The latest observations; never throws. */
  async get(): Promise<Observations> {
    return this.#known ?? (await this.#shared.get());
  }

  /** Asks the clusters backend anew; never throws. */
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

  /** Takes what an event says, unless something newer is known. */
  apply(event: ClusterVerdictEvent): void {
    const ref = event.entityRef.toLowerCase();
    const { cluster: name, entityRef, revision, verdict, versions } = event;
    const item = { name, entityRef, revision, verdict, versions };
    this.#known?.set(ref, newerOf(item, this.#known.get(ref)));
  }

  async #read(): Promise<ClusterObservation[] | undefined> {
    const { auth, logger } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'clusters',
      });
      const { items } = await this.#client.getObservations({
        token,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      this.#failing = false;
      return items;
    } catch (error) {
      if (!this.#failing) {
        this.#failing = true;
        const reason = error instanceof Error ? error.message : error;
        logger.warn(
          `The clusters backend cannot be asked, health is unknown until it can: ${reason}`,
        );
      }
      return undefined;
    }
  }
}

/** An event may overtake an answer that was asked for before it. */
function newerOf(
  item: ClusterObservation,
  known: ClusterObservation | undefined,
): ClusterObservation {
  return known && (known.revision ?? 0) > (item.revision ?? 0) ? known : item;
}
