import type { LookupAddress } from 'node:dns';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { checkApiServerUrl } from './checkApiServerUrl';
import { guardedLookup } from './guardedLookup';
import { type CatalogLocatorRules, readEntity } from './readEntity';
import { settleConflicts } from './settleConflicts';

const eks = (id: string) => `https://${id}.gr7.eu-west-1.eks.amazonaws.com`;

const rules: CatalogLocatorRules = {
  allowedHosts: ['api.clusters.example.com', '127.0.0.1'],
  dangerouslyAllowed: ['127.0.0.1', '*.internal.example.com'],
  dangerouslyAllowSkipTlsVerify: false,
};

describe('addresses of API servers', () => {
  it.each([
    ['another host', 'https://evil.example.com', /only sent to hosts of EKS/],
    ['a look-alike', 'https://eks.amazonaws.com.evil.example', /hosts of EKS/],
    ['clear text', 'http://x.eks.amazonaws.com', /https/],
    ['credentials', 'https://a:b@x.eks.amazonaws.com', /credentials/],
    ['the metadata service', 'https://169.254.169.254', /not public/],
    ['loopback', 'https://127.0.0.2', /not public/],
    ['loopback as a number', 'https://2130706434', /not public/],
    ['loopback in IPv6', 'https://[::1]', /not public/],
    ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.2]', /not public/],
    ['a private network', 'https://10.0.0.1', /not public/],
    ['no URL', 'x.eks.amazonaws.com', /not a URL/],
    ['another scheme', 'file:///etc/passwd', /https/],
    [
      'a host whose addresses are allowed, but that is no EKS',
      'https://kube.internal.example.com',
      /hosts of EKS/,
    ],
    ['clear text to an allowed host', 'http://127.0.0.1:7031', /https/],
  ])('refuses %s', (_name, url, message) => {
    expect(checkApiServerUrl(url, 'aws', rules)).toMatch(message);
  });

  it.each([
    eks('abc'),
    'https://abc.yl4.cn-north-1.eks.amazonaws.com.cn',
    'https://api.clusters.example.com',
    'https://127.0.0.1:7031',
  ])('allows %s', url => {
    expect(checkApiServerUrl(url, 'aws', rules)).toBeUndefined();
  });

  it('lifts the rules about addresses for others where an operator says so', () => {
    const url = 'https://kube.internal.example.com';
    expect(checkApiServerUrl(url, 'oidc', rules)).toBeUndefined();
  });

  it.each<[string, LookupAddress[], boolean]>([
    ['public', [{ address: '52.16.0.1', family: 4 }], true],
    ['private', [{ address: '10.0.0.1', family: 4 }], false],
    ['metadata', [{ address: '169.254.169.254', family: 4 }], false],
    [
      'one of both',
      [
        { address: '52.16.0.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      false,
    ],
  ])('checks what a name resolves to: %s', async (_name, found, allowed) => {
    const lookup = guardedLookup([], ((
      _host: string,
      _options: unknown,
      callback: (error: null, addresses: LookupAddress[]) => void,
    ) => callback(null, found)) as never);
    const error = await new Promise(resolve => {
      lookup('x.eks.amazonaws.com', { all: true }, resolve);
    });
    expect(error === null).toBe(allowed);
  });
});

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

  it.each(['serviceAccount', 'localKubectlProxy', 'google', 'nonsense'])(
    'does not use auth provider %s for an entity',
    provider => {
      const [settled] = settle(
        clusterEntity('x', {
          url: eks('abc'),
          caData: 'YQ==',
          annotations: { 'kubernetes.io/auth-provider': provider },
        }),
      );
      expect(settled.details).toBeUndefined();
      expect(settled.refusal).toMatch(/no credentials of its own/);
    },
  );

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
