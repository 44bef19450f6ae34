import { type FactsBySource, kinds, type SourceName } from './kinds';
import type { Kind } from './Kind';
import type { ResourceFacts } from './Snapshot';

const kindOf: { [S in SourceName]: Kind<S, FactsBySource[S]> } = kinds;

/**
 * Extracts the facts from the objects of one kind. Objects that the selector
 * does not match are left out; objects that cannot be read are counted.
 */
export function projectResource<S extends SourceName>(
  source: S,
  objects: readonly unknown[],
): ResourceFacts<FactsBySource[S]> {
  const kind: Kind<S, FactsBySource[S]> = kindOf[source];
  const selected = objects.filter(object => kind.selects(object));
  const items = selected.flatMap(object => kind.project(object) ?? []);
  const unreadable = selected.length - items.length;
  return unreadable > 0
    ? { state: 'ok', items, unreadable }
    : { state: 'ok', items };
}
