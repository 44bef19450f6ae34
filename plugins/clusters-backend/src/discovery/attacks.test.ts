import { ConfigReader } from '@backstage/config';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { ReadableProviders } from './ReadableProviders';
import { readConfiguredClusters } from './readConfiguredClusters';
import { type EntityRules, readEntity } from './readEntity';

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
  repositories: [],
};

describe('entities with API servers that they must not have', () => {
  it('refuses an address that would get a token and must not', () => {
    const found = readEntity(
      clusterEntity('x', { url: 'https://evil.example', caData: 'YQ==' }),
      rules,
    );
    expect(found.details).toBeUndefined();
    expect(found.refusal).toMatch(/evil.example, which is no EKS API server/);
  });

  it('verifies certificates whatever an entity says', () => {
    const found = readEntity(
      clusterEntity('x', {
        url: eks('abc'),
        caData: 'YQ==',
        annotations: { 'kubernetes.io/skip-tls-verify': 'true' },
      }),
      rules,
    );
    expect(found.details?.skipTLSVerify).toBe(false);
  });
});

describe('the identity that an entity states', () => {
  const labels = { 'clusterworks.dev/account': '123456789012' };
  const read = (...args: Parameters<typeof clusterEntity>) =>
    readEntity(clusterEntity(...args), {
      ...rules,
      repositories: parsePlatformRepositories([
        { url: 'https://github.com/acme/platform' },
      ]),
    });

  it('consists of ARN, API server and place of description', () => {
    expect(
      read('x', { url: eks('abc'), caData: 'YQ==', labels }),
    ).toMatchObject({
      arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/x',
      endpoint: `${eks('abc')} x`,
      source: 'handWritten',
      place: 'resource:default/x',
    });
  });

  it.each([
    ['blob/main/clusters/prod/x/cluster.yaml', 'platformRepository'],
    ['blob/evil/clusters/prod/x/cluster.yaml', 'handWritten'],
  ])('%s is %s', (path, source) => {
    const location = `url:https://github.com/acme/platform/${path}`;
    const annotations = { 'backstage.io/managed-by-location': location };
    expect(read('x', { annotations })).toMatchObject({
      source,
      place: `${location} resource:default/x`,
    });
  });

  it.each([
    [
      'another region than its API server',
      { 'clusterworks.dev/region': 'us-east-1' },
    ],
  ])('is refused with %s', (_what, other) => {
    const found = read('x', { url: eks('abc'), caData: 'YQ==', labels: other });
    expect(found.details).toBeUndefined();
    expect(found.refusal).toBe(
      'It says that it is in us-east-1, but its API server is in eu-west-1',
    );
  });

  it.each(['1', 'arn:x', '12345678901a', `${'1'.repeat(12)}/x`])(
    'is no ARN with the account %s',
    account => {
      const found = read('x', {
        url: eks('abc'),
        caData: 'YQ==',
        labels: { 'clusterworks.dev/account': account },
      });
      expect(found.arn).toBeUndefined();
    },
  );

  it.each(['group:default/a\0b', `group:default/${'a'.repeat(2_000)}`])(
    'ignores an owner that no database can store',
    owner => {
      expect(read('x', { owner }).owner).toBeUndefined();
    },
  );
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
