import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ClusterObservation,
  ClustersClient,
} from '@clusterworks/plugin-clusters-common';
import { SharedFetch } from './SharedFetch';

const TIMEOUT_MS = 5_000;

/** Observations by entity reference; undefined when they cannot be had. */
export type Observations = ReadonlyMap<string, ClusterObservation> | undefined;

/**
 * What the clusters backend sees of the fleet: asked for in one request for all
 * clusters, and not more often than allowed, however many entities are processed.
 */
export class FleetObservations {
  readonly #client: Pick<ClustersClient, 'getObservations'>;
  readonly #shared: SharedFetch<Observations>;
  #failing = false;

  constructor(
    private readonly options: {
      discovery: DiscoveryService;
      auth: AuthService;
      logger: LoggerService;
      /** How long an answer is used, in milliseconds. */
      maxAgeMs: number;
      client?: Pick<ClustersClient, 'getObservations'>;
    },
  ) {
    this.#client =
      options.client ?? new ClustersClient({ discoveryApi: options.discovery });
    this.#shared = new SharedFetch(() => this.#read(), options.maxAgeMs);
  }

  /** The latest observations; never throws. */
  get(): Promise<Observations> {
    return this.#shared.get();
  }

  async #read(): Promise<Observations> {
    const { auth, logger } = this.options;
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
      return new Map(items.map(item => [item.entityRef.toLowerCase(), item]));
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
