import { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';
import { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { SharedFetch } from '../fleet/SharedFetch';
import { isInBaseBranch } from './isInBaseBranch';

const MAX_AGE_MS = 15_000;

interface NamedCluster {
  ref: string;
  name: string;
  trusted: boolean;
}

/**
 * Keeps cluster names unique over all namespaces. The Kubernetes plugin finds a
 * cluster by its name alone, so a second entity of the same name could take the
 * place of the first.
 */
export class ClusterNames {
  readonly #known: SharedFetch<NamedCluster[]>;

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      repositories: readonly PlatformRepository[];
    },
  ) {
    this.#known = new SharedFetch(() => this.#read(), MAX_AGE_MS);
  }

  /**
   * Clusters that come from a platform repository always have their name. Of
   * the others, the one that the catalog has already keeps it.
   *
   * @throws ConflictError when the name belongs to another entity, and any
   * error of the catalog: a name that cannot be checked is not given
   */
  async check(entity: Entity, location: string): Promise<void> {
    if (this.#isTrusted(location)) {
      return;
    }
    const ref = stringifyEntityRef(entity);
    const name = entity.metadata.name.toLowerCase();
    const known = await this.#known.get();
    const self = known.some(other => other.ref === ref);
    const rival = known.find(
      other =>
        other.name === name &&
        other.ref !== ref &&
        (other.trusted || !self || other.ref < ref),
    );
    if (rival) {
      throw new ConflictError(
        `The cluster name "${entity.metadata.name}" is taken by ${rival.ref}; names are unique over all namespaces`,
      );
    }
  }

  #isTrusted(location: string): boolean {
    return this.options.repositories.some(repository =>
      isInBaseBranch(location, repository),
    );
  }

  async #read(): Promise<NamedCluster[]> {
    const { catalog, auth } = this.options;
    const { items } = await catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.map(item => ({
      ref: stringifyEntityRef(item),
      name: item.metadata.name.toLowerCase(),
      trusted: this.#isTrusted(
        item.metadata.annotations?.[ANNOTATION_LOCATION] ?? '',
      ),
    }));
  }
}
