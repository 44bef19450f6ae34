import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ClusterObservation } from '@clusterworks/plugin-clusters-common';
import { FleetObservations } from './FleetObservations';

/** The key under which the catalog can be asked to process a cluster again. */
export function clusterRefreshKey(entityRef: string): string {
  return `clusterworks:${entityRef.toLowerCase()}`;
}

/**
 * Emits nothing: it has the catalog process a cluster again as soon as its
 * verdict or versions change, and no other, instead of waiting for its turn.
 */
export class ObservationRefresher implements EntityProvider {
  #connection?: EntityProviderConnection;
  #seen?: Map<string, string>;

  constructor(private readonly observations: FleetObservations) {}

  getProviderName(): string {
    return 'clusters-observations';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Compares with the last look and refreshes what changed. */
  async refresh(): Promise<void> {
    const observations = await this.observations.get();
    if (!observations || !this.#connection) {
      return;
    }
    const seen = new Map(
      [...observations].map(([ref, item]) => [ref, essence(item)]),
    );
    const before = this.#seen;
    const refs = [...seen.keys(), ...(before?.keys() ?? [])];
    const changed = [...new Set(refs)].filter(
      ref => seen.get(ref) !== before?.get(ref),
    );
    if (changed.length > 0) {
      await this.#connection.refresh({ keys: changed.map(clusterRefreshKey) });
    }
    this.#seen = seen;
  }
}

// Only what ends up in labels.
function essence({ verdict, versions }: ClusterObservation): string {
  const { kubernetes, karpenter, cilium } = versions;
  return JSON.stringify([verdict, kubernetes, karpenter, cilium]);
}
