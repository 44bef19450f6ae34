import { InputError } from '@backstage/errors';
import type {
  FleetQuery,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { queryFleet } from './queryFleet';

const rows: FleetRow[] = [
  fleetRow('web-dev', {
    environment: 'dev',
    verdict: 'healthy',
    cilium: '1.9.4',
  }),
  fleetRow('payments-prod', {
    environment: 'prod',
    verdict: 'critical',
    cilium: '1.17.18',
    owner: 'group:default/payments',
  }),
  fleetRow('search-prod', {
    environment: 'prod',
    verdict: 'degraded',
    cilium: '1.18.0',
  }),
  fleetRow('legacy', { environment: 'prod', verdict: 'unknown' }),
];

const names = (query: FleetQuery) =>
  queryFleet(rows, query).items.map(({ name }) => name);

describe('queryFleet', () => {
  it('sorts clusters that need attention first', () => {
    expect(names({})).toEqual([
      'payments-prod',
      'search-prod',
      'legacy',
      'web-dev',
    ]);
  });

  it.each<[string, string[]]>([
    ['env:prod', ['payments-prod', 'search-prod', 'legacy']],
    ['env:prod -verdict:unknown', ['payments-prod', 'search-prod']],
    ['verdict:critical,degraded', ['payments-prod', 'search-prod']],
    ['cilium:<1.18', ['payments-prod', 'web-dev']],
    ['cilium:>=1.18', ['search-prod']],
    ['cilium:1.17', ['payments-prod']],
    ['cilium:<=1.17', ['payments-prod', 'web-dev']],
    ['owner:payments', ['payments-prod']],
    ['PAY', ['payments-prod']],
    ['env:prod cilium:>1', []],
    [
      '(env:dev OR owner:payments) NOT verdict:degraded',
      ['payments-prod', 'web-dev'],
    ],
  ])('finds %s', (filter, expected) => {
    expect(names({ filter })).toEqual(expected);
  });

  it.each<[FleetQuery, string[]]>([
    [{ sort: 'cilium' }, ['web-dev', 'payments-prod', 'search-prod', 'legacy']],
    [
      { sort: 'cilium', order: 'desc' },
      ['search-prod', 'payments-prod', 'web-dev', 'legacy'],
    ],
    [
      { sort: 'name', order: 'desc' },
      ['web-dev', 'search-prod', 'payments-prod', 'legacy'],
    ],
  ])('orders by %j, unknown last', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('counts clusters being built separately, unless they have a problem', () => {
    const built = [
      { ...fleetRow('a', { verdict: 'unknown' }), phase: 'building' as const },
      { ...fleetRow('b', { verdict: 'critical' }), phase: 'building' as const },
      { ...fleetRow('c', { verdict: 'unknown' }), phase: 'running' as const },
    ];
    expect(queryFleet(built, {}).totals).toEqual({
      ...{ clusters: 3, building: 1, unknown: 1, critical: 1 },
      ...{ degraded: 0, healthy: 0 },
      differing: 0,
    });
  });

  it('pages without gaps, also when the last row of a page was removed', () => {
    const first = queryFleet(rows, { limit: 2 });
    expect(first.totals).toMatchObject({ clusters: 4, critical: 1 });
    expect(names({ limit: 2, cursor: first.nextCursor })).toEqual([
      'legacy',
      'web-dev',
    ]);
    const left = rows.filter(({ name }) => name !== 'search-prod');
    const second = queryFleet(left, { limit: 2, cursor: first.nextCursor });
    expect(second.items.map(({ name }) => name)).toEqual(['web-dev']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('reports all problems of a filter at once', () => {
    expect(() =>
      names({ filter: 'color:red cilium:new env: verdict:bad' }),
    ).toThrow(
      /"color" is none of .*"new" is not a version.*"env:" needs a value.*"bad" is none of .*did you mean .*verdict:critical/,
    );
    expect(() => names({ filter: 'constructor:1' })).toThrow(InputError);
    expect(() => names({ cursor: 'x' })).toThrow(/cursor/);
  });

  it('counts clusters that differ from git, not those of which that is unknown', () => {
    const differing = (...states: ('differs' | 'unknown')[]) => ({
      ...fleetRow('x'),
      differences: states.map(state => ({ part: 'pools' as const, state })),
    });
    const compared = [
      fleetRow('y'),
      differing(),
      differing('unknown'),
      differing('unknown', 'differs'),
    ];
    expect(queryFleet(compared, {}).totals.differing).toBe(1);
    expect(
      queryFleet(compared, { filter: 'differs:any' }).items.map(
        ({ differences }) => differences?.length,
      ),
    ).toEqual([2]);
  });
});
