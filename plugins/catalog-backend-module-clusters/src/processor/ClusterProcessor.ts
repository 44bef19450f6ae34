import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';
import type { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import type { FleetObservations } from '../fleet/FleetObservations';
import { clusterRefreshKey } from '../fleet/ObservationRefresher';
import { annotationsOf } from './annotationsOf';
import { checkApiServer } from './checkApiServer';
import type { ClusterNames } from './ClusterNames';
import {
  claimProblems,
  fileProblems,
  nameTakenProblem,
} from './clusterProblems';
import { observedLabels, unobservedLabels } from './observedLabels';

/**
 * Checks and labels every cluster entity, whatever its source. Backstage's own
 * processor makes relations from owner, system and dependencies.
 */
export class ClusterProcessor implements CatalogProcessor {
  readonly #options: {
    guard: ApiServerGuard;
    names: Pick<ClusterNames, 'holderOf'>;
    observations: Pick<FleetObservations, 'get'>;
    /**
     * Whether labels show the observed state to everyone who may read the
     * entity.
     */
    labelsObserved: boolean;
  };

  constructor(options: {
    guard: ApiServerGuard;
    names: Pick<ClusterNames, 'holderOf'>;
    observations: Pick<FleetObservations, 'get'>;
    /**
     * Whether labels show the observed state to everyone who may read the
     * entity.
     */
    labelsObserved: boolean;
  }) {
    this.#options = options;
  }

  getProcessorName(): string {
    return 'ClusterProcessor';
  }

  /**
   * Runs last, so that no other processor changes an entity after the checks.
   */
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
    checkApiServer(entity, this.#options.guard);
    const place = `${location.type}:${location.target}`;
    const ref = stringifyEntityRef(entity);
    emit(processingResult.refresh(clusterRefreshKey(ref)));
    const holder = await this.#options.names.holderOf(entity, place);
    const observations = await this.#options.observations.get();
    const observation = holder ? undefined : observations?.get(ref);
    const problems = [
      ...fileProblems(entity),
      ...(holder
        ? [nameTakenProblem(entity, holder)]
        : claimProblems(ref, observations)),
    ];
    return {
      ...entity,
      // Set here and not by the provider: the catalog's policies refuse
      // entities that come with a status.
      ...(problems.length > 0 && { status: { items: problems } }),
      metadata: {
        ...entity.metadata,
        annotations: annotationsOf(entity, holder),
        labels: this.#options.labelsObserved
          ? observedLabels(entity, observation)
          : unobservedLabels(entity),
      },
    };
  }
}

// The catalog's filters ignore case, so a filter by type also finds
// `Kubernetes-Cluster`.
function isCluster(entity: Entity): boolean {
  const type = entity.spec?.type;
  return (
    entity.kind.toLowerCase() === 'resource' &&
    typeof type === 'string' &&
    type.toLowerCase() === CLUSTER_ENTITY_TYPE
  );
}
