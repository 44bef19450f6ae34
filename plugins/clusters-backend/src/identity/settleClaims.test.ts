import type { ClusterSource } from '@clusterworks/plugin-clusters-common';
import { foundCluster } from '../__testUtils__/knownCluster';
import type { FoundCluster } from '../discovery/KnownCluster';
import { planIdentities } from './planIdentities';
import { settleClaims } from './settleClaims';

/** The cluster that holds each name, after a series of discoveries. */
function settle(...looks: FoundCluster[][]) {
  let count = 0;
  const newId = () => {
    count += 1;
    return `id-${count}`;
  };
  let now = 0;
  let stored = planIdentities([], [], 0, () => '').clusters.map(
    ({ identity }) => identity,
  );
  let settled = settleClaims([], { has: () => false });
  for (const found of looks) {
    now += 60_000;
    const plan = planIdentities(stored, found, now, newId);
    const changed = new Set(plan.changed.map(({ id }) => id));
    stored = [...stored.filter(({ id }) => !changed.has(id)), ...plan.changed];
    settled = settleClaims(plan.clusters, {
      has: accountId => accountId === '210987654321',
    });
  }
  return settled;
}

function described(
  source: ClusterSource,
  change: Partial<FoundCluster> = {},
): FoundCluster {
  return {
    ...foundCluster('payments'),
    ...{ source, place: source, entityRef: `resource:${source}/payments` },
    ...change,
  };
}

describe('of two clusters of one name', () => {
  const sources: ClusterSource[] = [
    ...(['platformRepository', 'configuration'] as const),
    ...(['eksDiscovery', 'handWritten'] as const),
  ];
  const pairs = sources.flatMap((first, index) =>
    sources.slice(index + 1).map(second => [first, second] as const),
  );

  it.each(pairs)('%s comes before %s, whoever was first', (first, second) => {
    const better = described(first);
    const other = described(second);
    for (const looks of [[[other], [better, other]], [[better, other]]]) {
      expect(settle(...looks)).toMatchObject([
        {
          source: first,
          otherClaims: [
            {
              claimant: { name: 'payments', entityRef: other.entityRef },
              source: second,
              reason: 'nameTaken',
            },
          ],
        },
      ]);
    }
  });

  it.each(['payments', 'Payments', 'PAYMENTS'])(
    'the newcomer %s is refused, whatever its entity reference',
    name => {
      const first = described('handWritten');
      const newcomer = described('handWritten', {
        ...{ name, place: 'new', entityRef: 'resource:a/payments' },
      });
      const [holder, ...others] = settle([first], [newcomer, first]);
      expect(holder).toMatchObject({ place: 'handWritten' });
      expect(holder.otherClaims).toMatchObject([{ claimant: { name } }]);
      expect(others).toEqual([]);
      // When the first cluster is gone, the newcomer gets the name.
      expect(settle([first], [newcomer, first], [newcomer])).toMatchObject([
        { place: 'new', otherClaims: [] },
      ]);
    },
  );

  it('an entity takes nothing of a configured cluster', () => {
    const configured = described('configuration', {
      ...{ entityRef: 'resource:default/payments', owner: undefined },
      ...{ labels: {}, trusted: true, endpoint: 'https://x' },
    });
    const entity = described('handWritten', {
      ...{ entityRef: 'resource:default/payments', endpoint: 'https://x' },
      ...{ labels: { team: 'evil' }, owner: 'group:default/evil' },
    });
    const [settled] = settle([configured, entity]);
    expect(settled).toMatchObject({
      ...{ labels: {}, owner: undefined, trusted: true },
      // Otherwise the entity would show the configured cluster's health.
      entityRef: 'cluster:configuration/payments',
    });
    expect(settled.otherClaims).toMatchObject([
      { claimant: { entityRef: entity.entityRef }, reason: 'sameCluster' },
    ]);
  });

  it('one of the platform repository describes a configured one of its API server', () => {
    const details = {
      ...{ name: 'payments', url: 'https://x', authMetadata: {} },
      skipTLSVerify: false,
    };
    const configured = described('configuration', {
      ...{ name: 'by-hand', endpoint: 'https://x', trusted: true },
      details: { ...details, caFile: '/ca' },
    });
    const reviewed = described('platformRepository', {
      ...{ endpoint: 'https://x', details, owner: 'group:default/team' },
    });
    expect(settle([configured, reviewed])).toMatchObject([
      {
        ...{ name: 'payments', owner: 'group:default/team', trusted: true },
        ...{ details: { caFile: '/ca' }, otherClaims: [] },
      },
    ]);
  });

  it('a third description of a refused cluster is refused as well', () => {
    const holder = described('platformRepository');
    const refused = described('handWritten', { endpoint: 'https://x' });
    const spy = described('handWritten', {
      ...{ name: 'spy', endpoint: 'https://x', place: 'spy' },
      entityRef: 'resource:a/spy',
    });
    expect(settle([holder, refused], [holder, refused, spy])).toMatchObject([
      { place: 'platformRepository' },
    ]);
  });
});

describe('of two clusters that ask for tokens for one EKS cluster', () => {
  const eks = (
    host: string,
    source: ClusterSource,
    change: Partial<FoundCluster> = {},
    annotations: Record<string, string> = {},
  ) => {
    const url = `https://${host}.eks.amazonaws.com`;
    return described(source, {
      ...{ name: host, place: host, entityRef: `resource:default/${host}` },
      endpoint: `${url} payments`,
      ...change,
      details: {
        ...{ name: host, url, skipTLSVerify: false },
        authMetadata: {
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': 'payments',
          ...annotations,
        },
      },
    });
  };
  const victim = eks('abc.gr7.eu-west-1', 'platformRepository', {
    accountId: '123456789012',
  });

  it.each<[string, FoundCluster]>([
    ['says nothing of its account', eks('def.gr7.eu-west-1', 'handWritten')],
    [
      'lies about its account',
      eks('def.gr7.eu-west-1', 'handWritten', { accountId: '999999999999' }),
    ],
    [
      'lies about its region',
      eks('def.gr7.us-east-1', 'handWritten', { accountId: '123456789012' }),
    ],
    [
      'has a role sign its token',
      eks(
        'def.gr7.eu-west-1',
        'handWritten',
        { accountId: '210987654321' },
        {
          'kubernetes.io/aws-assume-role':
            'arn:aws:iam::123456789012:role/backstage',
        },
      ),
    ],
    [
      'is reviewed and in the same account and region',
      eks('def.gr7.eu-west-1', 'eksDiscovery', { accountId: '123456789012' }),
    ],
  ])('the newcomer that %s gets none', (_what, thief) => {
    const [holder, refused] = settle([victim], [thief, victim]);
    expect(holder).toMatchObject({ name: victim.name, details: {} });
    expect(holder.otherClaims).toMatchObject([
      { claimant: { entityRef: thief.entityRef }, reason: 'clusterId' },
    ]);
    expect(refused.details).toBeUndefined();
    expect(refused.refusal).toMatch(
      /^resource:default\/abc\S* asks for tokens for the EKS cluster "payments"/,
    );
  });

  it.each<[string, FoundCluster]>([
    [
      'whose account has credentials of its own',
      eks('def.gr7.eu-west-1', 'handWritten', { accountId: '210987654321' }),
    ],
    [
      'in another account, when a reviewed source says so',
      eks('def.gr7.eu-west-1', 'eksDiscovery', { accountId: '999999999999' }),
    ],
    [
      'in another region, when a reviewed source says so',
      eks('def.gr7.us-east-1', 'eksDiscovery', { accountId: '123456789012' }),
    ],
  ])('one %s is read', (_what, other) => {
    for (const { details, otherClaims } of settle([victim, other])) {
      expect(details).toBeDefined();
      expect(otherClaims).toEqual([]);
    }
  });
});
