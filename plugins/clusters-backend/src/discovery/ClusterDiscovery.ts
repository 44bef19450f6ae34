import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';
import type { FoundCluster } from './KnownCluster';
import { type EntityRules, readEntity } from './readEntity';

/**
 * Finds descriptions of clusters; several descriptions may be of the same
 * cluster.
 */
export interface ClusterDiscovery {
  /**
   * @throws when the catalog cannot be asked; the previous result stays valid
   */
  discover(): Promise<FoundCluster[]>;
}

/** Finds clusters in the catalog, and in the configuration. */
export class CatalogDiscovery implements ClusterDiscovery {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #configured: readonly FoundCluster[];
  readonly #rules: EntityRules;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    configured: readonly FoundCluster[];
    rules: EntityRules;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#configured = options.configured;
    this.#rules = options.rules;
  }

  async discover(): Promise<FoundCluster[]> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
        fields: ['kind', 'metadata', 'relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return [
      ...this.#configured,
      ...items.map(entity => readEntity(entity, this.#rules)),
    ];
  }
}
