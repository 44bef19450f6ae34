import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { EntityStatusItem } from '@backstage/catalog-model/alpha';
import {
  clusterAnnotations,
  type OtherClaim,
} from '@clusterworks/plugin-clusters-common';
import type { Observations } from '../fleet/FleetObservations';

/** Problems in git that make the entity differ from the files there. */
export function fileProblems(entity: Entity): EntityStatusItem[] {
  const message = entity.metadata.annotations?.[clusterAnnotations.problem];
  return message
    ? [
        {
          ...errorItem(
            'InputError',
            `The files in git are broken, this is the last good state: ${message}`,
          ),
          error: { name: 'InputError', message },
        },
      ]
    : [];
}

/** The problem of a cluster whose name was refused. */
export function nameTakenProblem(
  { metadata: { name } }: Entity,
  holder: string,
): EntityStatusItem {
  return errorItem(
    'ConflictError',
    `Refused: the cluster name "${name}" belongs to ${holder}. Names are unique over all namespaces, and regardless of case; this cluster is not read until it has another one`,
  );
}

const REFUSED: Record<OtherClaim['reason'], (holder: string) => string> = {
  nameTaken: holder =>
    `Refused: the cluster name belongs to ${holder}, so this cluster is not read`,
  sameCluster: holder =>
    `This is the same EKS cluster as ${holder}, which is read and shown in its place`,
  clusterId: holder =>
    `Refused: ${holder} asks for tokens for the same EKS cluster at another API server`,
};

const CLAIMED: Record<OtherClaim['reason'], string> = {
  nameTaken: 'claims the name of this cluster, and is refused',
  sameCluster: 'describes the same EKS cluster, and is not read itself',
  clusterId:
    'asks for tokens for this EKS cluster at another API server, and is refused',
};

/**
 * The problem that the clusters backend reports when two entities claim one
 * cluster.
 */
export function claimProblems(
  ref: string,
  observations: Observations,
): EntityStatusItem[] {
  const items: EntityStatusItem[] = [];
  for (const { entityRef, otherClaims = [] } of observations?.values() ?? []) {
    for (const claim of otherClaims) {
      if (entityRef.toLowerCase() === ref) {
        // Readers of this entity may not have permission to see the other one.
        items.push(warningItem(`Another entity ${CLAIMED[claim.reason]}`));
      } else if (claim.entityRef === ref) {
        items.push(
          errorItem('ConflictError', REFUSED[claim.reason](entityRef)),
        );
      }
    }
  }
  return items;
}

// Backstage's entity pages show this type as an error.
function errorItem(name: string, message: string): EntityStatusItem {
  return {
    type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
    level: 'error',
    message,
    error: { name, message },
  };
}

function warningItem(message: string): EntityStatusItem {
  return {
    type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
    level: 'warning',
    message,
  };
}
