import {
  viewCluster,
  blankSnapshot,
} from '@clusterworks/plugin-clusters-health';
import { knownCluster } from '../__testUtils__/knownCluster';
import type { KnownCluster } from '../discovery/KnownCluster';
import { wishesOf } from '../discovery/wishesOf';
import { describedDifferences, seenDifferences } from './differences';
import { type SeenFacts, seenFacts } from './seenFacts';

const wanted = {
  desired: { kubernetes: '1.35', karpenter: '1.14.3', cilium: '1.19.9' },
  region: 'eu-west-1',
  ranges: [
    { kind: 'vpc' as const, cidr: '10.40.0.0/16' },
    { kind: 'secondary' as const, cidr: '100.64.0.0/16' },
    { kind: 'mesh' as const, cidr: '10.41.0.0/16' },
  ],
  rangesUnknown: undefined,
  wantedPools: ['general', 'gpu', 'gpu-spot'],
  wantedImages: 'v20261112',
  wantedTags: { 'cost-center': '4711', team: 'a' },
};
const versions = {
  kubernetes: '1.35.4',
  karpenter: '1.14.3',
  cilium: '1.19.9',
};
const seen: SeenFacts = {
  regions: ['eu-west-1'],
  subnets: ['10.40.4.0/24', '100.64.0.0/17'],
  pools: ['general', 'gpu', 'gpu-spot'],
  images: ['2026-11-12'],
  nodeClasses: [
    { name: 'default', tags: { 'cost-center': '4711', team: 'a', cni: 'x' } },
  ],
};

/** What differs or is unknown, in short. */
const differences = (
  change: Partial<SeenFacts> = {},
  other: Partial<typeof versions> = {},
  wish: Partial<KnownCluster> = {},
) =>
  seenDifferences(
    { ...wanted, ...wish },
    { ...versions, ...other },
    { ...seen, ...change },
  ).map(one => `${one.part} ${one.state}: ${one.wanted} / ${one.seen}`);

describe('seenDifferences', () => {
  it('are none in a cluster that is as git wants it', () => {
    expect(differences()).toEqual([]);
  });

  it.each<[string, Parameters<typeof differences>, string[]]>([
    [
      'another version',
      [{}, { kubernetes: '1.34.9' }],
      ['kubernetes differs: 1.35 / 1.34.9'],
    ],
    [
      'a version that only begins alike',
      [{}, { kubernetes: '1.350.1', karpenter: '1.14.30' }],
      [
        'kubernetes differs: 1.35 / 1.350.1',
        'karpenter differs: 1.14.3 / 1.14.30',
      ],
    ],
    [
      'a version that was not seen',
      [{}, { cilium: undefined }],
      ['cilium unknown: 1.19.9 / undefined'],
    ],
    [
      'nodes in another region, too',
      [{ regions: ['eu-west-1', 'eu-west-2'] }],
      ['region differs: eu-west-1 / eu-west-1, eu-west-2'],
    ],
    [
      'a subnet outside of the ranges of the VPC',
      [{ subnets: ['10.40.4.0/24', '10.41.0.0/24'] }],
      [
        'addresses differs: 10.40.0.0/16, 100.64.0.0/16, 10.41.0.0/16 / 10.41.0.0/24',
      ],
    ],
    [
      'no subnet that was seen',
      [{ subnets: [] }],
      [
        'addresses unknown: 10.40.0.0/16, 100.64.0.0/16, 10.41.0.0/16 / undefined',
      ],
    ],
    [
      'a pool that is missing, and one that nobody wants',
      [{ pools: ['general', 'other'] }],
      ['pools differs: general, gpu, gpu-spot / general, other'],
    ],
    [
      'pools that were not read',
      [{ pools: undefined }],
      ['pools unknown: general, gpu, gpu-spot / undefined'],
    ],
    [
      'images of two releases',
      [{ images: ['2026-10-01', '2026-11-12'] }],
      ['images differs: v20261112 / 2026-10-01, 2026-11-12'],
    ],
    [
      'images without a release in their names',
      [{ images: [] }],
      ['images unknown: v20261112 / undefined'],
    ],
    [
      'a tag that is missing, and one with another value',
      [
        {
          nodeClasses: [
            { name: 'default', tags: { 'cost-center': '4711', team: 'a' } },
            { name: 'gpu', tags: { 'cost-center': '12', Team: 'a' } },
          ],
        },
      ],
      [
        'tags differs: cost-center=4711, team=a / gpu: cost-center=12, gpu: no team',
      ],
    ],
    [
      'tags named like members of objects',
      [{}, {}, { wantedTags: { constructor: 'x' } }],
      ['tags differs: constructor=x / default: no constructor'],
    ],
    [
      'tags of nodes that were not read',
      [{ nodeClasses: undefined }],
      ['tags unknown: cost-center=4711, team=a / undefined'],
    ],
    [
      'what git does not say',
      [
        { regions: [], subnets: [], pools: ['x'], images: ['2026-01-01'] },
        {},
        {
          wantedTags: undefined,
          desired: {},
          region: undefined,
          rangesUnknown: 'no annotation',
          wantedPools: undefined,
          wantedImages: undefined,
        },
      ],
      [],
    ],
  ])('of %s', (_what, facts, expected) => {
    expect(differences(...facts)).toEqual(expected);
  });

  it('are short, whatever is in the cluster', () => {
    const pools = Array.from({ length: 5_000 }, (_, index) => `pool-${index}`);
    expect(differences({ pools })[0].length).toBeLessThan(700);
  });
});

describe('describedDifferences', () => {
  const cluster = knownCluster('x');

  it.each<
    [string, Partial<KnownCluster>, string | undefined, RegExp | undefined]
  >([
    [
      'an entity of broken files',
      { problem: 'spec: bad' },
      undefined,
      /spec: bad/,
    ],
    [
      'a cluster without an entity',
      { source: 'configuration' },
      undefined,
      /without an entity/,
    ],
    [
      'an entity without a cluster',
      {},
      'API server unreachable: its host name is not known',
      /without a cluster/,
    ],
    [
      'a cluster that is away',
      {},
      'API server unreachable: connection refused',
      undefined,
    ],
  ])('of %s', (_what, change, message, expected) => {
    const found = describedDifferences(
      { ...cluster, ...change },
      { state: message ? 'unreachable' : 'live', message },
    );
    expect(found.map(({ seen: text }) => text).join()).toMatch(
      expected ?? /^$/,
    );
  });
});

describe('seenFacts', () => {
  const view = viewCluster(
    blankSnapshot('x', 'ok', ''),
    '2026-11-22T10:00:00Z',
  );
  const nodes = (...zones: string[]) =>
    seenFacts({
      ...view,
      nodeList: zones.map(zone => ({ zone })) as never,
    }).regions;

  it('knows the region of a zone', () => {
    expect(
      nodes('eu-west-1a', 'eu-west-1b', 'us-west-2-lax-1a', 'us-gov-west-1c'),
    ).toEqual(['eu-west-1', 'us-gov-west-1', 'us-west-2']);
    expect(nodes('nowhere')).toEqual([]);
  });

  it('knows no pools and images that were not read', () => {
    const { karpenter } = view;
    expect(
      seenFacts({
        ...view,
        karpenter: { ...karpenter, state: 'forbidden', nodeClasses: undefined },
      }),
    ).toEqual({ regions: [], subnets: [] });
  });
});

describe('wishesOf', () => {
  it('is bounded, and sorted', () => {
    expect(
      wishesOf({
        'clusterworks.dev/node-pools': 'gpu, general,',
        'clusterworks.dev/image-release': 'v20261112',
      }),
    ).toEqual({ wantedPools: ['general', 'gpu'], wantedImages: 'v20261112' });
    const tagsIn = (text: string) =>
      wishesOf({ 'clusterworks.dev/node-tags': text }).wantedTags;
    expect(tagsIn('{"team":"a"}')).toEqual({ team: 'a' });
    expect(tagsIn('{"team":1}')).toBeUndefined();
    expect(tagsIn('{"team"')).toBeUndefined();
    expect(tagsIn(JSON.stringify({ team: 'a'.repeat(300) }))).toBeUndefined();
    const long = 'x,'.repeat(100_000);
    const found = wishesOf({
      'clusterworks.dev/node-pools': long,
      'clusterworks.dev/problem': long,
    });
    expect(found.wantedPools).toHaveLength(200);
    expect(found.problem).toHaveLength(300);
    expect(wishesOf({})).toEqual({});
  });
});
