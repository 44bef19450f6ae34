/**
 * A mapping whose values are not checked yet.
 *
 * @public
 */
export type Mapping = Record<string, unknown>;

/**
 * Whether a value is a mapping, and no list.
 *
 * @public
 */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
