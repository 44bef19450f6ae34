import type { Entity } from '@backstage/catalog-model';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';

/**
 * Whether an entity stands for a cluster.
 *
 * @public
 */
export function isClusterEntity(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === CLUSTER_ENTITY_TYPE
  );
}
