import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import { isInBaseBranch } from '@clusterworks/plugin-clusters-spec';
import type { FindKnownEntity } from './ClusterSet';

/**
 * Reads the entity from the catalog, without what other providers or processors
 * added.
 */
export function createFindKnownEntity(options: {
  catalog: CatalogService;
  auth: AuthService;
}): FindKnownEntity {
  const { catalog, auth } = options;
  return async (name, repository) => {
    const entity = await catalog.getEntityByRef(
      { kind: 'Resource', namespace: DEFAULT_NAMESPACE, name },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const origin = entity?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
    return entity && origin && isInBaseBranch(origin, repository)
      ? asEmitted(entity)
      : undefined;
  };
}

/**
 * Reduces an entity of the catalog to the form in which a provider emits it.
 */
export function asEmitted(entity: Entity): Entity {
  const { uid, etag, ...metadata } = entity.metadata;
  const { [clusterAnnotations.problem]: _problem, ...annotations } =
    metadata.annotations ?? {};
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: { ...metadata, annotations },
    spec: entity.spec,
  };
}
