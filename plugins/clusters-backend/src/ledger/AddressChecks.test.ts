import { mockCredentials } from '@backstage/backend-test-utils';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetEntry } from '../fleet/FleetStore';
import type { Visibility } from '../permissions/ClusterAccess';
import { AddressChecks } from './AddressChecks';

const pullRequest = { number: 7, url: 'https://git.example/7', title: '' };

function entry(name: string, ...ranges: KnownCluster['ranges']) {
  return {
    cluster: {
      name,
      ranges,
      otherClaims: [] as KnownCluster['otherClaims'],
    } as KnownCluster,
  } as FleetEntry;
}

async function check(
  sees: string[] | 'all',
  reservationsUnknown?: string,
  more: FleetEntry[] = [],
) {
  const visibility = {
    seesAll: sees === 'all',
    sees: cluster => sees === 'all' || sees.includes(cluster.name),
  } as Visibility;
  const checks = new AddressChecks({
    access: { visibilityFor: async () => visibility },
    fleet: {
      entries: [
        entry('payments-dev', { kind: 'vpc', cidr: '10.40.0.0/16' }),
        entry(
          'search-dev',
          { kind: 'pod', cidr: '10.40.1.0/24' },
          { kind: 'service', cidr: '10.40.2.0/24' },
          { kind: 'mesh', cidr: '10.40.3.0/24' },
        ),
        entry('secret', { kind: 'vpc', cidr: '10.40.4.0/24' }),
        entry('far', { kind: 'vpc', cidr: '10.41.0.0/16' }),
        ...more,
      ],
    },
    reservations: {
      read: async () => ({
        reservations: [
          { cidr: '10.40.5.0/24', name: 'reports-dev', pullRequest },
          // Its own pull request, and what the configuration reserves.
          { cidr: '10.40.0.0/16', name: 'payments-dev', pullRequest },
          { cidr: '10.40.6.0/24', name: 'offices' },
          // A change of what has its range already.
          { cidr: '10.40.4.0/24', name: 'secret', pullRequest },
        ],
        reservationsUnknown,
      }),
    },
    policy: 'refuse',
  });
  // It is `payments-dev` with 10.40.0.0/16.
  return checks.of(smallSpec as ClusterSpec, mockCredentials.user());
}

describe('AddressChecks', () => {
  it('finds the nodes and pods of other clusters, and pull requests', async () => {
    const { overlaps, ownRanges } = await check('all');
    expect(overlaps.map(({ message }) => message)).toEqual([
      expect.stringContaining('10.40.1.0/24 of search-dev'),
      expect.stringContaining('10.40.4.0/24 of secret'),
      expect.stringContaining('reports-dev gets by https://git.example/7'),
    ]);
    expect(ownRanges).toEqual(['10.40.0.0/16']);
  });

  it('tells nothing of what the reader may not see', async () => {
    const { overlaps } = await check(['search-dev', 'payments-dev']);
    const text = overlaps.map(({ message }) => message).join();
    expect(overlaps).toHaveLength(3);
    expect(text).toContain('search-dev');
    expect(text).not.toMatch(/secret|reports|10\.40\.[45]|git\.example/);
  });

  it('takes a hidden cluster of the same name for another one', async () => {
    const { overlaps, ownRanges } = await check(['search-dev']);
    expect(ownRanges).toEqual([]);
    expect(overlaps.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/overlaps addresses of a cluster that you may not/),
    );
    // With no other cluster hidden that overlaps.
    const visible = await check(['search-dev', 'secret']);
    expect(visible.overlaps.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/overlaps addresses of a cluster that you may not/),
    );
  });

  const down = 'only 100 of 120 open pull requests of https://git.example';
  const unread = {
    cluster: {
      ...entry('unread').cluster,
      rangesUnknown: 'annotation of unread holds no range',
    },
  } as FleetEntry;
  it.each<
    [string, string[] | 'all', string | undefined, FleetEntry[], unknown]
  >([
    ['nothing where all is known', 'all', undefined, [], undefined],
    ['all to whoever sees all', 'all', down, [], down],
    [
      'no address, number or answer of GitHub to others',
      ['payments-dev'],
      down,
      [],
      'not all open pull requests could be read',
    ],
    [
      'that a cluster has ranges which nobody can read, without its name',
      'all',
      undefined,
      [unread],
      'the addresses of some clusters are not known',
    ],
  ])('says of what may be missing %s', async (_, sees, why, more, expected) => {
    expect((await check(sees, why, more)).unchecked).toBe(expected);
  });
});
