import type { Entity } from '@backstage/catalog-model';
import { parseFleetFilter } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { hasRelatedClusters, relatedFilters } from './relatedFilters';

const entity = (kind: string, dependsOn: string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'shop' },
  relations: [
    ...dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
    { type: 'ownedBy', targetRef: 'group:default/payments' },
  ],
});

const rows = [
  fleetRow({ name: 'a', system: 'system:default/shop' }),
  fleetRow({ name: 'b', owner: 'group:default/shop' }),
  fleetRow({ name: 'c' }),
];

describe('relatedFilters', () => {
  it.each<[what: string, entity: Entity, found: string[]]>([
    ['a system has those that are part of it', entity('System'), ['a']],
    ['a group has those that it owns', entity('Group'), ['b']],
    [
      'a component has those that it depends on',
      entity('Component', [
        'resource:default/c',
        'resource:default/a',
        'component:default/b',
      ]),
      ['a', 'c'],
    ],
    ['a component may depend on none', entity('Component'), []],
    ['other kinds have none', entity('API', ['resource:default/a']), []],
  ])('%s', (_what, of, found) => {
    const filters = relatedFilters(of).map(filter => {
      const { problems, matches } = parseFleetFilter(filter);
      expect(problems).toEqual([]);
      return matches;
    });
    const names = rows
      .filter(row => filters.some(matches => matches(row)))
      .map(({ name }) => name);
    expect(names).toEqual(found);
    expect(hasRelatedClusters(of)).toBe(found.length > 0);
  });
});
