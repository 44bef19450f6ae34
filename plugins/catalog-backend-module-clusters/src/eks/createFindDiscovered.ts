import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';
import { asEmitted } from '../provider/findKnownEntity';
import { eksArnOf, type FindDiscovered } from './EksClusterSet';

/** Reads the entities of discovered clusters from the catalog. */
export function createFindDiscovered(options: {
  catalog: CatalogService;
  auth: AuthService;
}): FindDiscovered {
  const { catalog, auth } = options;
  return async () => {
    const { items } = await catalog.getEntities(
      { filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE } },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const found = new Map<string, Entity>();
    for (const item of items) {
      const arn = eksArnOf(
        item.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION],
      );
      if (arn) {
        found.set(arn, asEmitted(item));
      }
    }
    return found;
  };
}
