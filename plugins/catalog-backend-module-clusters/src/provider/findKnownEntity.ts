import { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  Entity,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import { isInBaseBranch } from '../processor/isInBaseBranch';
import { FindKnownEntity } from './ClusterSet';

/** Asks the catalog itself; what other providers or processors added is left out. */
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

function asEmitted(entity: Entity): Entity {
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
