import { mockCredentials } from '@backstage/backend-test-utils';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetEntry } from '../fleet/FleetStore';
import type { Visibility } from '../permissions/ClusterAccess';
import { AddressChecks } from './AddressChecks';

const pullRequest = { number: 7, url: 'https://git.example/7', title: '' };

function entry(name: string, ...ranges: KnownCluster['ranges']) {
  return { cluster: { name, ranges } as KnownCluster } as FleetEntry;
}

async function check(sees: string[] | 'all', reservationsUnknown?: string) {
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
      ],
    },
    reservations: {
      read: async () => ({
        reservations: [
          { cidr: '10.40.5.0/24', name: 'reports-dev', pullRequest },
          // Its own pull request, and what the configuration reserves.
          { cidr: '10.40.0.0/16', name: 'payments-dev', pullRequest },
          { cidr: '10.40.6.0/24', name: 'offices' },
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
    const { overlaps } = await check(['search-dev']);
    const text = overlaps.map(({ message }) => message).join();
    expect(overlaps).toHaveLength(3);
    expect(text).toContain('search-dev');
    expect(text).not.toMatch(/secret|reports|10\.40\.[45]|git\.example/);
  });

  it('says why overlaps may be missing', async () => {
    expect(await check('all', 'GitHub is down')).toMatchObject({
      unchecked: 'GitHub is down',
    });
  });
});
