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

/** A cluster whose verdict blinks must not keep the catalog busy. */
const DISTANCE_MS = 60_000;
/** Events of one moment become one refresh. */
const COALESCE_MS = 500;
/** How often is looked whether a cluster that waits is due. */
const CHECK_MS = 1_000;
/** Until the clusters backend can be compared with; it may start after us. */
const RETRY_MS = 15_000;

/** The key under which the catalog can be asked to process a cluster again. */
export function clusterRefreshKey(entityRef: string): string {
  return `clusterworks:${entityRef.toLowerCase()}`;
}

/**
 * Emits nothing: it has the catalog process a cluster again when its verdict or
 * versions change, and no other, instead of waiting for its turn. Events say so
 * at once; since they can be lost, all clusters are compared now and then.
 */
export class ObservationRefresher implements EntityProvider {
  readonly #observations: Pick<FleetObservations, 'get' | 'load' | 'apply'>;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;
  /** What the catalog was last told to look at, by entity reference. */
  readonly #told = new Map<string, string | undefined>();
  /** When events last had a cluster refreshed. */
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

  /** Asks for all observations and refreshes whatever the catalog has not heard. */
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

  /** Takes an event of the topic `clusters.verdict`. */
  async onEvent({ eventPayload }: EventParams): Promise<void> {
    // Whoever may publish events may send anything.
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

  /** Refreshes what events said, but for clusters that had it a moment ago. */
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

  /** Has those processed whose labels would change; answers with which. */
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
      // Only now: what the catalog did not take is found by the next comparison.
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

/** What ends up in labels; undefined for a cluster that nobody sees. */
function essenceOf(
  observation: ClusterObservation | undefined,
): string | undefined {
  if (!observation) {
    return undefined;
  }
  const { kubernetes, karpenter, cilium } = observation.versions;
  return JSON.stringify([observation.verdict, kubernetes, karpenter, cilium]);
}
