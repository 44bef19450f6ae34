import { fleetQuerySchema } from '@clusterworks/plugin-clusters-common';

const isShortEnough = (filter: string) =>
  fleetQuerySchema.shape.filter.safeParse(filter).success;

/**
 * Fleet filters that together find all clusters with one of these values. There
 * is more than one only when a single line would be longer than the backend
 * accepts.
 *
 * @param key - a key of the filter, for example `owner`
 */
export function wordFilters(key: string, values: readonly string[]): string[] {
  const prefix = `${key}:`;
  const filters: string[] = [];
  // A quote would end the value; no entity has one in its reference.
  const quotable = values.filter(value => !value.includes('"'));
  for (const value of quotable.map(each => `"${each}"`)) {
    const last = filters.at(-1);
    const longer = last && `${last},${value}`;
    if (longer && isShortEnough(longer)) {
      filters[filters.length - 1] = longer;
    } else if (isShortEnough(prefix + value)) {
      filters.push(prefix + value);
    }
  }
  return filters;
}

/**
 * Fleet filters that together find all clusters of these owners.
 *
 * @param owners - entity references
 */
export function ownerFilters(owners: readonly string[]): string[] {
  return wordFilters('owner', owners);
}
