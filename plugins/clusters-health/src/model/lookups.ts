import { addTo } from './addTo';

/** Computes a value on first use and keeps it. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Items by key; when several have the same key, the last one. Items without a
 * key are left out.
 */
export function mapBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T> {
  const result = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) {
      result.set(key, item);
    }
  }
  return result;
}

/** Lists of items by key. Items without a key are left out. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) {
      addTo(result, key, item);
    }
  }
  return result;
}
