import { formatCidr, parseCidr } from '@clusterworks/plugin-clusters-spec';
import { addressBlocks } from './addressBlocks';
import { boxesOf, windowAround } from './boxesOf';

const facts = { entityRef: '', addresses: 1, overlaps: [], overlapsTotal: 0 };
const blocks = addressBlocks({
  ranges: [
    { ...facts, cluster: 'b', cidr: '10.41.0.0/18', kind: 'vpc' },
    { ...facts, cluster: 'a', cidr: '10.40.0.0/16', kind: 'vpc' },
    { ...facts, cluster: 'a', cidr: '172.20.0.0/16', kind: 'service' },
    { ...facts, cluster: 'a', cidr: '10.99.0.0/16', kind: 'mesh' },
  ],
  reservations: [
    { cidr: '10.42.0.0/15', name: 'office' },
    {
      cidr: '10.44.0.0/16',
      name: 'new',
      pullRequest: { number: 7, url: 'https://x/7', title: 'Create' },
    },
    {
      cidr: '10.40.0.0/16',
      name: 'a',
      pullRequest: { number: 8, url: 'https://x/8', title: 'Change' },
    },
    { cidr: 'nonsense', name: 'x' },
  ],
});

describe('addressBlocks', () => {
  it('are those that a cluster must not share, in order, once each', () => {
    expect(
      blocks.map(
        ({ cidr, kind, name }) => `${formatCidr(cidr)} ${kind} ${name}`,
      ),
    ).toEqual([
      '10.40.0.0/16 cluster a',
      '10.41.0.0/18 cluster b',
      '10.42.0.0/15 reserved office',
      '10.44.0.0/16 pullRequest new',
    ]);
  });
});

describe('windowAround', () => {
  it.each([
    ['10.40.0.0/16', '10.32.0.0/12'],
    ['10.40.64.0/18', '10.32.0.0/12'],
    ['172.20.0.0/16', '172.16.0.0/12'],
    ['192.168.4.0/22', '192.168.0.0/16'],
    ['100.64.0.0/16', '100.64.0.0/14'],
    ['8.8.0.0/16', undefined],
    ['10.0.0.0/8', undefined],
  ])('of %s is %s', (cidr, expected) => {
    const window = windowAround(parseCidr(cidr));
    expect(window && formatCidr(window)).toBe(expected);
  });
});

describe('boxesOf', () => {
  const actions = (window: string, wanted: number) =>
    boxesOf(parseCidr(window), wanted, blocks).map(
      ({ cidr, action }) => `${formatCidr(cidr)} ${action}`,
    );

  it('lets whole blocks be chosen, and opens those that are taken in part', () => {
    const found = actions('10.32.0.0/12', 16);
    expect(found).toHaveLength(16);
    expect(found.slice(7, 14)).toEqual([
      '10.39.0.0/16 choose',
      '10.40.0.0/16 none',
      '10.41.0.0/16 open',
      '10.42.0.0/16 none',
      '10.43.0.0/16 none',
      '10.44.0.0/16 none',
      '10.45.0.0/16 choose',
    ]);
  });

  it.each<[string, number, string[]]>([
    [
      '10.41.0.0/16',
      18,
      [
        '10.41.0.0/18 none',
        '10.41.64.0/18 choose',
        '10.41.128.0/18 choose',
        '10.41.192.0/18 choose',
      ],
    ],
    // Smaller than wanted: the window was opened all the same.
    ['10.41.240.0/20', 16, ['10.41.240.0/22 choose', '10.41.244.0/22 choose']],
  ])('divides %s for a /%d', (window, wanted, expected) => {
    expect(actions(window, wanted)).toEqual(expect.arrayContaining(expected));
  });

  it('opens a free block that is larger than wanted', () => {
    expect(actions('10.32.0.0/12', 18)[0]).toBe('10.32.0.0/16 open');
  });
});
