import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  clusterAnnotations,
  CLUSTER_ENTITY_TYPE,
  type ClusterSource,
  clusterSources,
} from '@clusterworks/plugin-clusters-common';
import { clusterSourceOf } from '@clusterworks/plugin-clusters-node';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { SharedFetch } from '../fleet/SharedFetch';

const MAX_AGE_MS = 15_000;

/** Rank of a claim among sources of the same kind; the lowest wins. */
enum Standing {
  /** The entity is in the catalog. */
  there,
  /** The entity is in the catalog, and its name was refused. */
  refused,
  /** The entity is not in the catalog yet. */
  newcomer,
}

/** A claimant of a name, and the rank of its claim. */
interface NamedCluster {
  /** Its entity reference, or another description for messages. */
  ref: string;
  name: string;
  source: ClusterSource;
  standing: Standing;
}

/** The dependencies of {@link ClusterNames}. */
export interface ClusterNamesOptions {
  catalog: CatalogService;
  auth: AuthService;
  repositories: readonly PlatformRepository[];
  /** Names of clusters in `kubernetes.clusterLocatorMethods`. */
  configured: readonly string[];
}

/**
 * Keeps cluster names unique over all namespaces. The Kubernetes plugin finds a
 * cluster by its name alone, so a second entity of the same name could take the
 * place of the first.
 */
export class ClusterNames {
  readonly #known: SharedFetch<NamedCluster[]>;

  readonly #options: ClusterNamesOptions;

  constructor(options: ClusterNamesOptions) {
    this.#options = options;
    this.#known = new SharedFetch(() => this.#read(), MAX_AGE_MS);
  }

  /**
   * The cluster that holds the name of a given cluster; undefined when that
   * cluster holds it itself. The kind of source decides; among sources of the
   * same kind, the cluster that is already in the catalog.
   *
   * @throws any error of the catalog: without the check, the name is not given
   * to anyone
   */
  async holderOf(
    entity: Entity,
    location: string,
  ): Promise<string | undefined> {
    const source = clusterSourceOf(location, this.#options.repositories);
    if (source === 'platformRepository') {
      return undefined;
    }
    const ref = stringifyEntityRef(entity);
    const name = nameKey(entity.metadata.name);
    const known = await this.#known.get();
    const standing =
      known.find(other => other.ref === ref)?.standing ?? Standing.newcomer;
    const own = { ref, name, source, standing };
    return known.find(
      other => other.name === name && other.ref !== ref && isBefore(other, own),
    )?.ref;
  }

  /**
   * Reference of the entity that holds a name; undefined when no entity does,
   * and while the catalog does not answer.
   */
  async refOf(name: string): Promise<string | undefined> {
    const key = nameKey(name);
    const known = await this.#known.get().catch(() => []);
    const [holder] = known
      .filter(other => other.name === key)
      .sort((one, other) => (isBefore(one, other) ? -1 : 1));
    return holder?.source === 'configuration' ? undefined : holder?.ref;
  }

  async #read(): Promise<NamedCluster[]> {
    const { catalog, auth, configured } = this.#options;
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
    return [
      ...configured.map(name => ({
        ref: 'the configuration (kubernetes.clusterLocatorMethods)',
        name: nameKey(name),
        source: 'configuration' as const,
        standing: Standing.there,
      })),
      ...items.map(item => ({
        ref: stringifyEntityRef(item),
        name: nameKey(item.metadata.name),
        ...this.#claimOf(item),
      })),
    ];
  }

  #claimOf({
    metadata: { annotations = {} },
  }: Entity): Pick<NamedCluster, 'source' | 'standing'> {
    const location = annotations[ANNOTATION_LOCATION];
    const isRefused = clusterAnnotations.nameTakenBy in annotations;
    return {
      source: clusterSourceOf(location, this.#options.repositories),
      standing: isRefused ? Standing.refused : Standing.there,
    };
  }
}

function isBefore(one: NamedCluster, other: NamedCluster): boolean {
  const order =
    clusterSources.indexOf(one.source) - clusterSources.indexOf(other.source) ||
    one.standing - other.standing;
  return order === 0 ? one.ref < other.ref : order < 0;
}

function nameKey(name: string): string {
  return name.toLocaleLowerCase('en-US');
}
