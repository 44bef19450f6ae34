import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from './KnownCluster';
import { type EntityRules, readEntity } from './readEntity';
import { settleConflicts } from './settleConflicts';

/** Finds the clusters of the fleet. */
export interface ClusterDiscovery {
  /** @throws when the catalog cannot be asked; the last answer stays valid */
  discover(): Promise<KnownCluster[]>;
}

/** Finds clusters in the catalog, and in the configuration. */
export class CatalogDiscovery implements ClusterDiscovery {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #configured: readonly KnownCluster[];
  readonly #rules: EntityRules;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    configured: readonly KnownCluster[];
    rules: EntityRules;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#configured = options.configured;
    this.#rules = options.rules;
  }

  async discover(): Promise<KnownCluster[]> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
        fields: ['kind', 'metadata', 'relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return settleConflicts(
      this.#configured,
      items.map(entity => readEntity(entity, this.#rules)),
    );
  }
}
