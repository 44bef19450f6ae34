import { fleetQuerySchema } from '@clusterworks/plugin-clusters-common';

const PREFIX = 'owner:';

const isShortEnough = (filter: string) =>
  fleetQuerySchema.shape.filter.safeParse(filter).success;

/**
 * Fleet filters that together find all clusters of these owners. There is more
 * than one only when a single line would be longer than the backend accepts.
 *
 * @param owners - entity references
 */
export function ownerFilters(owners: readonly string[]): string[] {
  const filters: string[] = [];
  for (const owner of owners.map(ref => `"${ref}"`)) {
    const last = filters.at(-1);
    const longer = last && `${last},${owner}`;
    if (longer && isShortEnough(longer)) {
      filters[filters.length - 1] = longer;
    } else if (isShortEnough(PREFIX + owner)) {
      filters.push(PREFIX + owner);
    }
  }
  return filters;
}
