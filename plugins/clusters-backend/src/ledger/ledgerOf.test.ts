import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import { knownCluster } from '../__testUtils__/knownCluster';
import type { KnownCluster } from '../discovery/KnownCluster';
import { rangesOf } from '../discovery/rangesOf';
import { ledgerOf } from './ledgerOf';

const { vpcCidrs, serviceCidrs, meshCidrs, podCidrs } = clusterAnnotations;

function cluster(
  name: string,
  annotations: Record<string, string> | string,
): KnownCluster {
  return {
    ...knownCluster(name),
    rangesUnknown: undefined,
    ...rangesOf(
      typeof annotations === 'string'
        ? { [vpcCidrs]: annotations }
        : annotations,
    ),
  };
}

/** Which range of which cluster overlaps which. */
const overlapsIn = (...clusters: KnownCluster[]) =>
  ledgerOf(clusters, true).ranges.flatMap(range =>
    range.overlaps.map(
      other => `${range.cluster} ${range.cidr} ${other.cluster} ${other.cidr}`,
    ),
  );

describe('rangesOf', () => {
  it.each<[string, Record<string, string>, string[], RegExp | undefined]>([
    [
      'all of them',
      {
        [vpcCidrs]: '10.0.0.0/16, 100.64.0.0/16',
        [podCidrs]: '10.1.0.0/16',
        [serviceCidrs]: '172.20.0.0/16',
        [meshCidrs]: '10.2.0.0/16,10.3.0.0/16',
      },
      [
        ...['vpc 10.0.0.0/16', 'secondary 100.64.0.0/16', 'pod 10.1.0.0/16'],
        ...['service 172.20.0.0/16', 'mesh 10.2.0.0/16', 'mesh 10.3.0.0/16'],
      ],
      undefined,
    ],
    ['none', {}, [], /no annotation clusterworks.dev\/vpc-cidrs/],
    [
      'a wrong one beside a right one',
      { [vpcCidrs]: '10.0.0.0/16,10.1.0.1/16' },
      ['vpc 10.0.0.0/16'],
      /vpc-cidrs holds something that is no IPv4 range/,
    ],
    ['IPv6', { [vpcCidrs]: 'fd00::/48' }, [], /no IPv4 range/],
    [
      'more than there can be',
      { [vpcCidrs]: Array(10_000).fill('10.0.0.0/16').join(',') },
      ['vpc 10.0.0.0/16', ...Array(149).fill('secondary 10.0.0.0/16')],
      /more than 150/,
    ],
  ])('reads %s', (_what, annotations, expected, unknown) => {
    const { ranges, rangesUnknown } = rangesOf(annotations);
    expect(ranges.map(({ kind, cidr }) => `${kind} ${cidr}`)).toEqual(expected);
    expect(rangesUnknown ?? '').toMatch(unknown ?? /^$/);
  });
});

describe('ledgerOf', () => {
  it('lists ranges in their order, with owner and size', () => {
    const { ranges } = ledgerOf(
      [cluster('b', '10.1.0.0/16'), cluster('a', '10.0.0.0/16,10.9.0.0/24')],
      true,
    );
    expect(
      ranges.map(range => [range.cluster, range.cidr, range.kind]),
    ).toEqual([
      ['a', '10.0.0.0/16', 'vpc'],
      ['b', '10.1.0.0/16', 'vpc'],
      ['a', '10.9.0.0/24', 'secondary'],
    ]);
    expect(ranges[0]).toMatchObject({
      addresses: 65_536,
      owner: 'group:default/platform',
      region: 'eu-west-1',
    });
  });

  describe('overlaps', () => {
    it('are found between nodes and pods of two clusters', () => {
      expect(
        overlapsIn(
          cluster('a', '10.0.0.0/8'),
          cluster('b', '10.1.0.0/16'),
          cluster('c', {
            [vpcCidrs]: '10.2.0.0/16',
            [podCidrs]: '10.1.4.0/24',
          }),
          cluster('d', '192.168.0.0/16'),
        ).sort(),
      ).toEqual([
        'a 10.0.0.0/8 b 10.1.0.0/16',
        'a 10.0.0.0/8 c 10.1.4.0/24',
        'a 10.0.0.0/8 c 10.2.0.0/16',
        'b 10.1.0.0/16 a 10.0.0.0/8',
        'b 10.1.0.0/16 c 10.1.4.0/24',
        'c 10.1.4.0/24 a 10.0.0.0/8',
        'c 10.1.4.0/24 b 10.1.0.0/16',
        'c 10.2.0.0/16 a 10.0.0.0/8',
      ]);
    });

    it.each<[string, Record<string, string>, Record<string, string>]>([
      [
        'Services of two clusters',
        { [vpcCidrs]: '10.1.0.0/16', [serviceCidrs]: '172.20.0.0/16' },
        { [vpcCidrs]: '10.2.0.0/16', [serviceCidrs]: '172.20.0.0/16' },
      ],
      [
        'a mesh and the cluster that it reaches',
        { [vpcCidrs]: '10.1.0.0/16', [meshCidrs]: '10.2.0.0/16' },
        { [vpcCidrs]: '10.2.0.0/16' },
      ],
      [
        'ranges side by side',
        { [vpcCidrs]: '10.2.0.0/16' },
        { [vpcCidrs]: '10.3.0.0/16' },
      ],
    ])('are not those of %s', (_what, one, other) => {
      expect(overlapsIn(cluster('a', one), cluster('b', other))).toEqual([]);
    });

    it.each([serviceCidrs, meshCidrs])(
      'of %s with the nodes of the same cluster are found',
      annotation => {
        const one = cluster('a', {
          [vpcCidrs]: '10.0.0.0/16',
          [annotation]: '10.0.4.0/24',
        });
        expect(overlapsIn(one)).toHaveLength(2);
      },
    );

    it('of one account and region may be one VPC', () => {
      const one = cluster('a', '10.0.0.0/16');
      const { ranges } = ledgerOf(
        [
          one,
          cluster('b', '10.0.0.0/16'),
          { ...cluster('c', '10.0.0.0/16'), region: 'us-east-1' },
        ],
        true,
      );
      expect(
        ranges[0].overlaps.map(other => [other.cluster, other.mayBeSameVpc]),
      ).toEqual([
        ['b', true],
        ['c', false],
      ]);
    });

    it('are counted when there are too many to list', () => {
      const clusters = Array.from({ length: 200 }, (_, index) =>
        cluster(`c${index}`, '10.0.0.0/16'),
      );
      const [first] = ledgerOf(clusters, true).ranges;
      expect(first.overlaps).toHaveLength(20);
      expect(first.overlapsTotal).toBe(199);
    });
  });

  describe('what is free', () => {
    const known = cluster('a', '10.0.0.0/8');

    it('is exact when the ranges of all clusters are known', () => {
      const { free } = ledgerOf([known], true);
      expect(free.certainty).toBe('exact');
      expect(free.blocks.map(({ cidr }) => cidr)).toEqual([
        ...['100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'],
      ]);
    });

    it('is nothing that is reserved', () => {
      const { free, reservations } = ledgerOf([known], true, {
        reservations: [{ name: 'office', cidr: '172.16.0.0/12' }],
      });
      expect(reservations).toHaveLength(1);
      expect(free.blocks.map(({ cidr }) => cidr)).toEqual([
        ...['100.64.0.0/10', '192.168.0.0/16'],
      ]);
    });

    it('is an upper bound where open pull requests were not read', () => {
      const { free } = ledgerOf([known], true, {
        reservationsUnknown: 'GitHub took longer',
      });
      expect(free).toMatchObject({
        certainty: 'atMost',
        reason: 'GitHub took longer',
      });
    });

    it('is an upper bound beside clusters of unknown ranges, and names them', () => {
      const clusters = [
        known,
        cluster('legacy', {}),
        cluster('b', '10.0.0.0/33'),
      ];
      const { free, unknown } = ledgerOf(clusters, true);
      expect(free).toMatchObject({
        certainty: 'atMost',
        reason: 'the ranges of legacy, b are not known',
      });
      expect(unknown.map(one => one.cluster)).toEqual(['legacy', 'b']);
    });

    it('is an upper bound beside a cluster whose name another one claims', () => {
      const claimed: KnownCluster = {
        ...known,
        otherClaims: [
          {
            reason: 'nameTaken',
            source: 'handWritten',
            claimant: knownCluster('a'),
          },
        ],
      };
      expect(ledgerOf([claimed], true)).toMatchObject({
        free: { certainty: 'atMost' },
        unknown: [
          { cluster: 'a', reason: expect.stringContaining('another cluster') },
        ],
      });
    });

    it('is told to nobody from whom a cluster may be hidden', () => {
      expect(ledgerOf([known], false).free).toEqual({
        certainty: 'unknown',
        reason: expect.stringContaining('all clusters'),
        blocks: [],
      });
    });
  });
});
