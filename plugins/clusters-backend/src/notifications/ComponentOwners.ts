import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import { type OwnedPod, ownerOfPod, podAnnotations } from './ownerOfPod';

/** How long the components that were read are used. */
const KEEP_MS = 10 * 60_000;
const READ_MS = 30_000;
const PAGE = 500;
/** Most components that are read. */
const MAX_COMPONENTS = 20_000;

/** The dependencies of {@link ComponentOwners}. */
export interface ComponentOwnersOptions {
  auth: AuthService;
  catalog: CatalogService;
  /** The current time in milliseconds since 1970. */
  now(): number;
}

/** Knows from the catalog to whom pods belong. */
export class ComponentOwners {
  readonly #options: ComponentOwnersOptions;
  #components: Entity[] = [];
  #readAt = -Infinity;

  constructor(options: ComponentOwnersOptions) {
    this.#options = options;
  }

  /**
   * Reads the components that say which pods are theirs, unless it did so
   * lately.
   *
   * @throws when the catalog does not answer in time
   */
  async refresh(): Promise<void> {
    const now = this.#options.now();
    if (Math.abs(now - this.#readAt) >= KEEP_MS) {
      const what = 'Reading components from the catalog';
      this.#components = await withDeadline(this.#read(), READ_MS, what);
      this.#readAt = now;
    }
  }

  /** The owner of a pod by the components that were read. */
  ownerOf(pod: OwnedPod): string | undefined {
    return ownerOfPod(pod, this.#components);
  }

  async #read(): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const components: Entity[] = [];
    let cursor: string | undefined;
    do {
      const credentials = await auth.getOwnServiceCredentials();
      const page = await catalog.queryEntities(
        cursor === undefined
          ? {
              filter: podAnnotations.map(name => ({
                kind: 'component',
                [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS,
              })),
              fields: ['kind', 'metadata', 'relations'],
              limit: PAGE,
            }
          : { cursor, limit: PAGE },
        { credentials },
      );
      components.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined && components.length < MAX_COMPONENTS);
    return components;
  }
}
