/** Values that a field offers. */
export type Choices = {
  /** Those that clusters have already, the most frequent first. */
  used: string[];
  others: string[];
};

type Named = { name: string; namespace?: string };

/** How a spec names a group. */
export function refOfGroup({ name, namespace = 'default' }: Named): string {
  return `group:${namespace}/${name}`;
}

/** How a spec names a system: without its kind. */
export function refOfSystem({ name, namespace = 'default' }: Named): string {
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/**
 * Sorts the values that are offered.
 *
 * @param used - the value of each cluster
 * @param known - all that may be chosen
 */
export function choicesOf(
  used: readonly string[],
  known: readonly string[],
): Choices {
  const counts = new Map<string, number>();
  for (const value of used) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return {
    used: [...counts]
      .sort(([a, left], [b, right]) => right - left || a.localeCompare(b))
      .map(([value]) => value),
    others: [...new Set(known)].filter(value => !counts.has(value)),
  };
}
