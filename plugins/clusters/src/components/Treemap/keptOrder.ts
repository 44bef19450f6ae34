/**
 * The order in which the same keys stood before; that of `keys` when some came
 * or went. An element that moves in its list loses the focus, and costs as much
 * as a new one.
 */
export function keptOrder(
  before: readonly string[],
  keys: readonly string[],
): readonly string[] {
  const known = new Set(before);
  return known.size === keys.length && keys.every(key => known.has(key))
    ? before
    : keys;
}
