import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  FleetRow,
  OtherClaim,
} from '@clusterworks/plugin-clusters-common';

/**
 * Why the cluster that has an entity's name is not the entity's own; undefined
 * when it is.
 */
export function ownClaim(
  entity: Entity,
  row: FleetRow,
): OtherClaim['reason'] | undefined {
  const ref = stringifyEntityRef(entity);
  if (row.entityRef.toLocaleLowerCase('en-US') === ref) {
    return undefined;
  }
  const claim = row.otherClaims?.find(({ entityRef }) => entityRef === ref);
  return claim?.reason ?? 'nameTaken';
}
