import {
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import type { ClusterNames } from './ClusterNames';

/** Read by `@backstage/plugin-kubernetes`: the cluster to look in. */
const CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Relates components to the cluster that `@backstage/plugin-kubernetes` finds
 * them in. Nothing of the component is changed. A name that no cluster has
 * gives no relation, because pages warn of relations to nothing.
 */
export class ComponentProcessor implements CatalogProcessor {
  readonly #names: Pick<ClusterNames, 'refOf'>;

  constructor(names: Pick<ClusterNames, 'refOf'>) {
    this.#names = names;
  }

  getProcessorName(): string {
    return 'ClusterComponentProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const name = entity.metadata.annotations?.[CLUSTER];
    if (entity.kind.toLowerCase() !== 'component' || !name) {
      return entity;
    }
    const ref = await this.#names.refOf(name);
    if (ref !== undefined) {
      const source = getCompoundEntityRef(entity);
      const target = parseEntityRef(ref);
      emit(
        processingResult.relation({
          ...{ source, type: RELATION_DEPENDS_ON, target },
        }),
      );
      emit(
        processingResult.relation({
          ...{ source: target, type: RELATION_DEPENDENCY_OF, target: source },
        }),
      );
    }
    return entity;
  }
}
