import { ConflictError } from '@backstage/errors';
import { smallSpec } from '@clusterworks/test-support';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { AddressCheck } from './AddressCheck';
import { checkOverlaps } from './checkOverlaps';
import { overlapPolicyOf } from './overlapPolicyOf';
import { type OtherRange, overlapsOf } from './overlapsOf';
import { overlapText } from './overlapText';

// payments-dev has 10.40.0.0/16.
const spec = smallSpec as ClusterSpec;
const withNetwork = (network: object) =>
  ({
    ...spec,
    spec: { ...spec.spec, network: { ...spec.spec.network, ...network } },
  } as ClusterSpec);

const messagesOf = (wanted: ClusterSpec, others: OtherRange[]) =>
  overlapsOf(wanted, others).map(({ message }) => message);

describe('overlapsOf', () => {
  it.each<[string, OtherRange, ...RegExp[]]>([
    [
      'names both clusters and both ranges',
      { cidr: '10.40.128.0/20', cluster: 'search-dev' },
      /^10\.40\.0\.0\/16 of payments-dev overlaps 10\.40\.128\.0\/20 of search-dev/,
    ],
    [
      'says nothing of the range beside it',
      { cidr: '10.41.0.0/16', cluster: 'search-dev' },
    ],
    [
      'tells nothing of a hidden cluster',
      { cidr: '10.40.128.0/20' },
      /overlaps addresses of a cluster that you may not see/,
    ],
    [
      'links to an open pull request',
      {
        cidr: '10.40.0.0/16',
        cluster: 'search-dev',
        proposal: { url: 'https://git.example/7' },
      },
      /which search-dev gets by https:\/\/git\.example\/7/,
    ],
    [
      'tells nothing of a hidden pull request',
      { cidr: '10.40.0.0/16', proposal: {} },
      /overlaps addresses that an open pull request asks for/,
    ],
    ['ignores what is no range', { cidr: 'ten', cluster: 'odd' }],
  ])('%s', (_, other, ...expected) => {
    expect(messagesOf(spec, [other])).toEqual(
      expected.map(each => expect.stringMatching(each)),
    );
  });

  it('looks at further ranges, and says the same only once', () => {
    const wanted = withNetwork({ secondaryCidrs: ['100.64.0.0/16'] });
    expect(
      messagesOf(wanted, [
        { cidr: '100.64.0.0/20' },
        { cidr: '100.64.16.0/20' },
      ]),
    ).toEqual([expect.stringMatching(/^100\.64\.0\.0\/16 of payments-dev/)]);
  });
});

const other = { cidr: '10.40.0.0/16', cluster: 'search-dev' };

function checkOf(change: Partial<AddressCheck> = {}, wanted = spec) {
  return {
    ...{ policy: 'refuse' as const, ownRanges: [] },
    overlaps: overlapsOf(wanted, [other]),
    ...change,
  };
}

describe('checkOverlaps', () => {
  it.each<[string, Partial<AddressCheck>, RegExp]>([
    ['by default', {}, /this portal allows no overlap/],
    [
      'whatever the requester says, by default',
      { acknowledgement: 'we never connect them' },
      /this portal allows no overlap/,
    ],
    [
      'without a reason, where one is wanted',
      { policy: 'acknowledge', acknowledgement: '  ' },
      /acknowledge the overlap with a reason/,
    ],
  ])('refuses a new overlap %s', (_, change, message) => {
    const check = () => checkOverlaps(checkOf(change));
    expect(check).toThrow(ConflictError);
    expect(check).toThrow(message);
    expect(check).toThrow(/payments-dev overlaps 10\.40\.0\.0\/16 of search/);
  });

  it('lets it through with a reason, where the policy is so', () => {
    const { warnings, acknowledged } = checkOverlaps(
      checkOf({ policy: 'acknowledge', acknowledgement: 'never connected' }),
    );
    expect(acknowledged).toHaveLength(1);
    expect(warnings).toEqual([
      expect.objectContaining({ code: 'cidr-overlap' }),
    ]);
  });

  it('only warns of a range that the cluster has already', () => {
    const { warnings, acknowledged } = checkOverlaps(checkOf(), [
      '10.40.0.0/16',
    ]);
    expect([warnings.length, acknowledged.length]).toEqual([1, 0]);
  });

  it('only warns of the range of an existing VPC, which others may be in', () => {
    const existing = { vpcId: 'vpc-0123456789abcdef0' };
    const inVpc = withNetwork({ existing });
    const { warnings } = checkOverlaps(checkOf({}, inVpc));
    expect(warnings).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/both may be in the same VPC$/),
      }),
    ]);
  });

  const same = '10.40.0.0/16';
  const part = '10.40.0.0/17';
  it.each<[string, OtherRange[]]>([
    ['a part of its range', [{ ...other, cidr: part }]],
    ['a hidden part before a hidden equal', [{ cidr: part }, { cidr: same }]],
    ['a hidden part after a hidden equal', [{ cidr: same }, { cidr: part }]],
    ['a VPC that is only proposed', [{ cidr: same, proposal: {} }]],
  ])('refuses %s also in an existing VPC', (_, others) => {
    const inVpc = withNetwork({ existing: { vpcId: 'vpc-0123456789abcdef0' } });
    const overlaps = overlapsOf(inVpc, others);
    expect(overlaps).toHaveLength(1);
    expect(() => checkOverlaps(checkOf({ overlaps }))).toThrow(
      /the two can never be connected/,
    );
  });

  it('warns when overlaps may be missing, and of nothing else', () => {
    const unchecked = 'the catalog is down';
    expect(checkOverlaps(checkOf({ overlaps: [], unchecked }))).toEqual({
      acknowledged: [],
      warnings: [{ code: 'cidr-unchecked', message: unchecked }],
    });
    expect(checkOverlaps(checkOf({ overlaps: [] })).warnings).toEqual([]);
  });
});

describe('overlapText', () => {
  it('quotes the reason and says nothing where nothing overlaps', () => {
    const text = overlapText(overlapsOf(spec, [other]), '<b>never</b>')
      .map(String)
      .join('\n');
    expect(text).toContain('of search-dev');
    expect(text).toContain('acknowledges this:** \\<b\\>never\\</b\\>');
    expect(overlapText([], 'never')).toEqual([]);
  });
});

describe('overlapPolicyOf', () => {
  it.each([
    [undefined, 'refuse'],
    ['refuse', 'refuse'],
    ['acknowledge', 'acknowledge'],
  ])('reads %s as %s', (value, expected) => {
    expect(overlapPolicyOf({ getOptionalString: () => value })).toBe(expected);
  });

  it('refuses another word with its key', () => {
    expect(() => overlapPolicyOf({ getOptionalString: () => 'allow' })).toThrow(
      /clusters\.addresses\.overlaps: must be refuse or acknowledge/,
    );
  });
});
