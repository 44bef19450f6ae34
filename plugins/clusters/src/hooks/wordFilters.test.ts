import {
  fleetQuerySchema,
  parseFleetFilter,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { ownerFilters } from './wordFilters';

const refs = (count: number) =>
  Array.from({ length: count }, (_, index) => `group:default/team-${index}`);

/** Whether a filter for these owners finds the clusters of one owner. */
const finds = (filters: string[], owner: string) =>
  filters.filter(filter => {
    const { problems, matches } = parseFleetFilter(filter);
    expect(problems).toEqual([]);
    return matches(fleetRow({ owner }));
  }).length;

describe('ownerFilters', () => {
  it('makes no filter without owners', () => {
    expect(ownerFilters([])).toEqual([]);
  });

  it('finds what each of some owners owns, and nothing else', () => {
    const filters = ownerFilters(['user:default/dana', ...refs(2)]);
    expect(filters).toHaveLength(1);
    expect(finds(filters, 'user:default/dana')).toBe(1);
    expect(finds(filters, 'group:default/team-1')).toBe(1);
    expect(finds(filters, 'group:other/team-1')).toBe(0);
    expect(finds(filters, 'group:default/team-2')).toBe(0);
  });

  it('finds each once in more groups than one line has room for', () => {
    const filters = ownerFilters(refs(100));
    expect(filters.length).toBeGreaterThan(1);
    for (const filter of filters) {
      expect(fleetQuerySchema.safeParse({ filter }).success).toBe(true);
    }
    expect(refs(100).map(owner => finds(filters, owner))).toEqual(
      refs(100).map(() => 1),
    );
  });

  it('leaves out an owner that no line has room for', () => {
    const long = `group:default/${'x'.repeat(500)}`;
    expect(ownerFilters([long, 'group:default/a'])).toEqual([
      'owner:"group:default/a"',
    ]);
  });
});
