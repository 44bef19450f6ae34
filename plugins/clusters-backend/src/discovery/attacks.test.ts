import { ConfigReader } from '@backstage/config';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { ReadableProviders } from './ReadableProviders';
import { readConfiguredClusters } from './readConfiguredClusters';
import { type EntityRules, readEntity } from './readEntity';
import { settleConflicts } from './settleConflicts';

const eks = (id: string) => `https://${id}.gr7.eu-west-1.eks.amazonaws.com`;

const providers = new ReadableProviders(
  new Map([
    [
      'oidc-of-the-host',
      {
        name: 'oidc-of-the-host',
        allowedHosts: ['*.oidc.example'],
        lifetimeMs: 60_000,
        getCredential: async () => ({ type: 'bearer', token: 'x' } as const),
      },
    ],
  ]),
);
const rules: EntityRules = {
  guard: new ApiServerGuard({ allowedHosts: [], privateHosts: [] }),
  providers,
  maySkipTlsVerify: false,
};

describe('entities that claim to be another cluster', () => {
  const victim = clusterEntity('payments', { url: eks('abc'), caData: 'YQ==' });

  function settle(...entities: ReturnType<typeof clusterEntity>[]) {
    return settleConflicts(
      [],
      entities.map(entity => readEntity(entity, rules)),
    );
  }

  it('connects to a cluster that nobody disputes', () => {
    expect(settle(victim)).toMatchObject([{ details: { name: 'payments' } }]);
  });

  it('gives no credentials to two entities of one name', () => {
    const twin = clusterEntity('payments', {
      url: eks('def'),
      caData: 'YQ==',
      namespace: 'other',
    });
    const settled = settle(victim, twin);
    expect(settled).toHaveLength(1);
    expect(settled[0].details).toBeUndefined();
    expect(settled[0].refusal).toMatch(/Several entities/);
  });

  it('gives no credentials to an entity with the id of another cluster', () => {
    const thief = clusterEntity('thief', {
      url: eks('def'),
      caData: 'YQ==',
      annotations: { 'kubernetes.io/x-k8s-aws-id': 'payments' },
    });
    for (const { details, refusal } of settle(victim, thief)) {
      expect(details).toBeUndefined();
      expect(refusal).toMatch(/at another API server/);
    }
  });

  it('lets clusters of two accounts have the same EKS name', () => {
    const other = clusterEntity('payments-2', {
      url: eks('def'),
      caData: 'YQ==',
      annotations: { 'kubernetes.io/x-k8s-aws-id': 'payments' },
      labels: { 'clusterworks.dev/account': '210987654321' },
    });
    expect(settle(victim, other).every(({ details }) => details)).toBe(true);
  });

  it('refuses an address that would get a token and must not', () => {
    const [settled] = settle(
      clusterEntity('x', { url: 'https://evil.example', caData: 'YQ==' }),
    );
    expect(settled.details).toBeUndefined();
    expect(settled.refusal).toMatch(/evil.example, which is no EKS API server/);
  });

  it('verifies certificates whatever an entity says', () => {
    const [settled] = settle(
      clusterEntity('x', {
        url: eks('abc'),
        caData: 'YQ==',
        annotations: { 'kubernetes.io/skip-tls-verify': 'true' },
      }),
    );
    expect(settled.details?.skipTLSVerify).toBe(false);
  });
});

describe('auth providers that are not read', () => {
  const others = [
    ...['azure', 'google', 'googleServiceAccount', 'oidc', 'AWS', ' aws '],
    ...['localKubectlProxy', 'nonsense', 'constructor', 'x'.repeat(1_000)],
  ];

  it.each([...others, 'serviceAccount'])('an entity with %s', provider => {
    const known = readEntity(
      clusterEntity('x', {
        url: 'https://anywhere.example',
        caData: 'YQ==',
        annotations: { 'kubernetes.io/auth-provider': provider },
      }),
      rules,
    );
    expect(known.details).toBeUndefined();
    expect(known.notRead).toMatch(/^provider "/);
    expect(known.notRead?.length).toBeLessThan(100);
    expect(known.provisioned).toBe(true);
  });

  const configured = (authProvider: string) =>
    readConfiguredClusters(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                { name: 'x', url: 'https://anywhere.example', authProvider },
              ],
            },
          ],
        },
      }),
      providers,
    );

  it.each(others)('a cluster of the configuration with %s', provider => {
    const [known] = configured(provider);
    expect(known.details).toBeUndefined();
    expect(known.notRead).toMatch(/^provider "/);
    // Nor does an entity of its name get it a connection.
    const [settled] = settleConflicts(
      [known],
      [
        readEntity(
          clusterEntity('x', { url: eks('a'), caData: 'YQ==' }),
          rules,
        ),
      ],
    );
    expect(settled.details).toBeUndefined();
    expect(settled.notRead).toBe(known.notRead);
  });

  it.each(['aws', 'serviceAccount', 'oidc-of-the-host'])(
    'reads a cluster of the configuration with %s',
    provider => {
      expect(configured(provider)).toMatchObject([{ details: { name: 'x' } }]);
    },
  );

  it('reads entities of a provider of the host, at its hosts only', () => {
    const entity = (url: string) =>
      readEntity(
        clusterEntity('x', {
          url,
          caData: 'YQ==',
          annotations: { 'kubernetes.io/auth-provider': 'oidc-of-the-host' },
        }),
        rules,
      );
    expect(entity('https://a.oidc.example').details?.name).toBe('x');
    expect(entity(eks('a')).refusal).toMatch(/sends nothing/);
  });
});
