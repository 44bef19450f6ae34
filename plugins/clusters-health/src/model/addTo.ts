/**
 * Adds an item to the list of its group. The list is changed in place: copying
 * it for each item would take quadratic time in a large group.
 */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) {
    group.push(item);
  } else {
    groups.set(key, [item]);
  }
}
