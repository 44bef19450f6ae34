import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  clusterAnnotations,
  CLUSTER_ENTITY_TYPE,
  clusterLabels,
} from '@clusterworks/plugin-clusters-common';
import type { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { FleetObservations } from '../fleet/FleetObservations';
import { clusterRefreshKey } from '../fleet/ObservationRefresher';
import { versionLabels } from '../fleet/versionLabels';
import { checkApiServer } from './checkApiServer';
import { ClusterNames } from './ClusterNames';

/**
 * Guards and labels every cluster entity, wherever it comes from. Owner, system
 * and dependencies become relations by Backstage's own processor.
 */
export class ClusterProcessor implements CatalogProcessor {
  constructor(
    private readonly options: {
      guard: ApiServerGuard;
      names: Pick<ClusterNames, 'check'>;
      observations: Pick<FleetObservations, 'get'>;
    },
  ) {}

  getProcessorName(): string {
    return 'ClusterProcessor';
  }

  /** Last, so that no other processor changes what was checked. */
  getPriority(): number {
    return 1000;
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (!isCluster(entity)) {
      return entity;
    }
    checkApiServer(entity, this.options.guard);
    const place = `${location.type}:${location.target}`;
    await this.options.names.check(entity, place);
    const ref = stringifyEntityRef(entity);
    emit(processingResult.refresh(clusterRefreshKey(ref)));
    return this.#label(entity, ref);
  }

  async #label(entity: Entity, ref: string): Promise<Entity> {
    const observation = (await this.options.observations.get())?.get(ref);
    return {
      ...entity,
      ...problemStatus(entity),
      metadata: {
        ...entity.metadata,
        labels: {
          ...entity.metadata.labels,
          ...versionLabels(observation?.versions ?? {}),
          // What is not seen is never healthy, whatever the file says.
          [clusterLabels.health]: observation?.verdict ?? 'unknown',
        },
      },
    };
  }
}

// Set here and not by the provider: the catalog's policies refuse entities that
// come with a status. The type is the one that Backstage's pages show as an error.
function problemStatus(entity: Entity): object {
  const message = entity.metadata.annotations?.[clusterAnnotations.problem];
  if (!message) {
    return {};
  }
  const item = {
    type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
    level: 'error',
    message: `The files in git are broken, this is the last good state: ${message}`,
    error: { name: 'InputError', message },
  };
  return { status: { items: [item] } };
}

// The catalog's filters ignore case, so whoever looks for clusters by type finds
// `Kubernetes-Cluster` too.
function isCluster(entity: Entity): boolean {
  const type = entity.spec?.type;
  return (
    entity.kind.toLowerCase() === 'resource' &&
    typeof type === 'string' &&
    type.toLowerCase() === CLUSTER_ENTITY_TYPE
  );
}
