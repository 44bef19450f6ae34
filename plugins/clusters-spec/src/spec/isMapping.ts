/** A mapping whose values are not checked yet. */
export type Mapping = Record<string, unknown>;

/** Whether a value is a mapping, and no list. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
