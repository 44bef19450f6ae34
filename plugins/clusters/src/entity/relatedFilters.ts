import {
  type Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ownerFilters, wordFilters } from '../hooks/wordFilters';

/**
 * Fleet filters that together find the clusters of an entity: those that are
 * part of a System, that a Component depends on, or that a Group owns. None for
 * other kinds, and where there can be no cluster.
 */
export function relatedFilters(entity: Entity): string[] {
  const ref = stringifyEntityRef(entity);
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'system':
      return wordFilters('system', [ref]);
    case 'group':
      return ownerFilters([ref]);
    case 'component':
      return wordFilters('cluster', resourcesOf(entity));
    default:
      return [];
  }
}

/** Names of clusters are unique, so no namespace is needed to find one. */
function resourcesOf({ relations = [] }: Entity): string[] {
  const refs = relations
    .filter(({ type }) => type === RELATION_DEPENDS_ON)
    .map(({ targetRef }) => parseEntityRef(targetRef));
  const names = refs
    .filter(({ kind }) => kind.toLocaleLowerCase('en-US') === 'resource')
    .map(({ name }) => name);
  return [...new Set(names)].sort();
}

/**
 * Whether an entity may have clusters to show: a System, a Group, or a Component
 * that depends on a resource.
 *
 * @public
 */
export function hasRelatedClusters(entity: Entity): boolean {
  return relatedFilters(entity).length > 0;
}
