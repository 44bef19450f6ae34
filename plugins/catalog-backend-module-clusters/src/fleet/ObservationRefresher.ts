import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams } from '@backstage/plugin-events-node';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  type ClusterObservation,
  clusterVerdictEventSchema,
} from '@clusterworks/plugin-clusters-common';
import type { FleetObservations, Observations } from './FleetObservations';

/**
 * Minimum time between two refreshes of a cluster whose verdict changes often.
 */
const DISTANCE_MS = 60_000;
/** Events within this time cause one refresh. */
const COALESCE_MS = 500;
/** How often waiting clusters are checked for being due. */
const CHECK_MS = 1_000;
/**
 * Time between attempts to compare while the clusters backend, which may start
 * later, does not answer.
 */
const RETRY_MS = 15_000;

/**
 * The key with which the catalog is asked to process a cluster's entity again.
 */
export function clusterRefreshKey(entityRef: string): string {
  return `clusterworks:${entityRef.toLowerCase()}`;
}

/**
 * Emits no entities. When the verdict, phase or versions of a cluster change,
 * it asks the catalog to process that cluster's entity at once instead of at
 * its next turn. Events report changes immediately; since they can be lost, all
 * clusters are also compared regularly.
 */
export class ObservationRefresher implements EntityProvider {
  readonly #observations: Pick<FleetObservations, 'get' | 'load' | 'apply'>;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;
  /**
   * The values for which the catalog last refreshed a cluster, by entity
   * reference.
   */
  readonly #told = new Map<string, string | undefined>();
  /** When events last caused a refresh of a cluster. */
  readonly #refreshedAt = new Map<string, number>();
  readonly #changed = new Set<string>();
  #timer?: NodeJS.Timeout;
  #retry?: NodeJS.Timeout;

  constructor(options: {
    observations: Pick<FleetObservations, 'get' | 'load' | 'apply'>;
    logger: LoggerService;
  }) {
    this.#observations = options.observations;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'clusters-observations';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Compares all observations, and refreshes the clusters that changed. */
  async compare(): Promise<void> {
    clearTimeout(this.#retry);
    const observations = await this.#observations.load();
    if (!observations) {
      this.#retry = setTimeout(() => this.#attempt(this.compare()), RETRY_MS);
      this.#retry.unref();
      return;
    }
    const refs = new Set([...observations.keys(), ...this.#told.keys()]);
    await this.#refresh([...refs], observations);
    for (const ref of refs) {
      if (!observations.has(ref)) {
        this.#told.delete(ref);
        this.#refreshedAt.delete(ref);
      }
    }
  }

  /** Handles an event of the topic `clusters.verdict`. */
  async onEvent({ eventPayload }: EventParams): Promise<void> {
    // Every plugin may publish events, so the payload is validated.
    const event = clusterVerdictEventSchema.safeParse(eventPayload);
    if (event.success) {
      this.#observations.apply(event.data);
      this.#changed.add(event.data.entityRef.toLowerCase());
      this.#schedule(COALESCE_MS);
    }
  }

  #schedule(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#attempt(this.#refreshChanged());
    }, milliseconds);
    this.#timer.unref();
  }

  /**
   * Refreshes the clusters named in events, except those refreshed a moment
   * ago.
   */
  async #refreshChanged(): Promise<void> {
    const observations = await this.#observations.get();
    const now = performance.now();
    const due = [...this.#changed].filter(
      ref => now - (this.#refreshedAt.get(ref) ?? -Infinity) >= DISTANCE_MS,
    );
    due.forEach(ref => this.#changed.delete(ref));
    if (this.#changed.size > 0) {
      this.#schedule(CHECK_MS);
    }
    if (observations) {
      const refreshed = await this.#refresh(due, observations);
      refreshed.forEach(ref => this.#refreshedAt.set(ref, now));
    }
  }

  /**
   * Refreshes the clusters whose labels would change; returns their references.
   */
  async #refresh(
    refs: readonly string[],
    observations: NonNullable<Observations>,
  ): Promise<string[]> {
    const essences = new Map(
      refs.map(ref => [ref, essenceOf(observations.get(ref))]),
    );
    const changed = refs.filter(
      ref => essences.get(ref) !== this.#told.get(ref),
    );
    if (changed.length > 0) {
      await this.#connection?.refresh({ keys: changed.map(clusterRefreshKey) });
      // Recorded only after success, so that the next comparison repeats a
      // failed refresh.
      changed.forEach(ref => this.#told.set(ref, essences.get(ref)));
    }
    return changed;
  }

  #attempt(task: Promise<void>): void {
    task.catch(error =>
      this.#logger.warn('Clusters could not be refreshed', error),
    );
  }
}

/**
 * The values in labels and status; undefined for a cluster without an
 * observation.
 */
function essenceOf(
  observation: ClusterObservation | undefined,
): string | undefined {
  if (!observation) {
    return undefined;
  }
  const { kubernetes, karpenter, cilium } = observation.versions;
  const { verdict, phase, drained, otherClaims } = observation;
  return JSON.stringify([
    verdict,
    phase,
    drained,
    kubernetes,
    karpenter,
    cilium,
    otherClaims,
  ]);
}
