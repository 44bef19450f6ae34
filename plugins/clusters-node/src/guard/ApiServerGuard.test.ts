import type { LookupAddress } from 'node:dns';
import { ConfigReader } from '@backstage/config';
import { ApiServerGuard } from './ApiServerGuard';

const guard = new ApiServerGuard({
  allowedHosts: [
    ...['api.clusters.example.com', '127.0.0.1', '10.0.0.1'],
    ...['*.acme.example', '[::1]', '::1'],
  ],
  privateHosts: ['127.0.0.1', '*.internal.acme.example'],
});

describe('ApiServerGuard', () => {
  it.each([
    'https://0A1B.gr7.eu-west-1.eks.amazonaws.com',
    'https://0a1b.yl4.us-gov-west-1.eks.amazonaws.com/',
    'https://0a1b.sk1.cn-north-1.eks.amazonaws.com.cn',
    'https://0a1b.sk1.eu-west-1.eks.amazonaws.com:443',
    'https://API.clusters.example.com',
    'https://api.internal.acme.example',
    'https://127.0.0.1:7031',
  ])('allows %s', server => {
    expect(guard.problemOf(server)).toBeUndefined();
  });

  it.each([
    ['another host', 'https://evil.example', /evil.example/],
    [
      'the suffix elsewhere',
      'https://x.eks.amazonaws.com.evil.example',
      /no EKS/,
    ],
    ['the suffix without its dot', 'https://xeks.amazonaws.com', /no EKS/],
    ['the bare suffix', 'https://eks.amazonaws.com', /no EKS/],
    ['the bare suffix of an operator', 'https://acme.example', /no EKS/],
    ['nothing before the suffix', 'https://.acme.example', /no EKS|unusual/],
    ['another AWS service', 'https://bucket.s3.amazonaws.com', /no EKS/],
    [
      'the suffix as user',
      'https://x.eks.amazonaws.com@evil.example',
      /unusual/,
    ],
    ['a password', 'https://a:b@x.eks.amazonaws.com', /unusual/],
    [
      'the suffix as path',
      'https://evil.example/x.eks.amazonaws.com',
      /unusual/,
    ],
    ['a path', 'https://x.eks.amazonaws.com/path', /unusual/],
    [
      'the suffix as query',
      'https://evil.example?x.eks.amazonaws.com',
      /unusual/,
    ],
    [
      'the suffix as fragment',
      'https://evil.example#.eks.amazonaws.com',
      /unusual/,
    ],
    ['a backslash', 'https://evil.example\\.eks.amazonaws.com', /unusual/],
    [
      'an encoded slash',
      'https://evil.example%2f.eks.amazonaws.com',
      /unusual/,
    ],
    [
      'a full-width slash',
      'https://evil.example／x.eks.amazonaws.com',
      /unusual/,
    ],
    ['a line break', 'https://evil.example\n.eks.amazonaws.com', /unusual/],
    ['a space', ' https://evil.example', /unusual/],
    ['clear text', 'http://x.eu-west-1.eks.amazonaws.com', /https/],
    ['clear text to an allowed host', 'http://127.0.0.1:7031', /https/],
    ['another scheme', 'file:///etc/passwd', /https/],
    ['no scheme', 'x.eks.amazonaws.com', /https/],
    ['nothing', '', /https/],
    ['a trailing dot', 'https://x.eks.amazonaws.com.', /no EKS/],
    [
      'too many letters',
      `https://${'x'.repeat(600)}.eks.amazonaws.com`,
      /unusual/,
    ],
    [
      'a port that is none',
      'https://x.eks.amazonaws.com:99999',
      /not an address/,
    ],
    ['loopback', 'https://127.0.0.2', /not public/],
    ['loopback as a number', 'https://2130706434', /not public/],
    ['loopback in octal digits', 'https://0177.0.0.2', /not public/],
    ['loopback in IPv6', 'https://[::1]:6443', /not public/],
    ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.2]', /not public/],
    ['the metadata service', 'https://169.254.169.254', /not public/],
    ['a private network that may get tokens', 'https://10.0.0.1', /not public/],
    ['a public address', 'https://52.16.0.1', /no EKS/],
  ])('refuses %s', (_what, server, problem) => {
    expect(guard.problemOf(server)).toMatch(problem);
  });

  it('allows only the hosts of another auth provider', () => {
    const hosts = ['*.oidc.example'];
    expect(guard.problemOf('https://a.oidc.example', hosts)).toBeUndefined();
    expect(guard.problemOf('https://x.eks.amazonaws.com', hosts)).toMatch(
      /sends nothing/,
    );
  });

  it.each([
    ['aws', true],
    ['AWS', true],
    [' aws ', true],
    ['aws2', false],
    ['', false],
    [undefined, false],
  ])('takes auth provider "%s" for aws: %s', (provider, expected) => {
    expect(ApiServerGuard.isAws(provider)).toBe(expected);
  });

  it('is created from the configuration', () => {
    const configured = ApiServerGuard.fromConfig(
      new ConfigReader({
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1', '10.0.0.1'] },
        },
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
            { type: 'config', dangerouslyAllowClusterUrls: ['10.0.0.1'] },
          ],
        },
      }),
    );
    expect(configured.problemOf('https://127.0.0.1')).toBeUndefined();
    expect(configured.problemOf('https://10.0.0.1')).toMatch(/not public/);
    const none = ApiServerGuard.fromConfig(new ConfigReader({}));
    expect(none.problemOf('https://127.0.0.1')).toMatch(/not public/);
  });

  const address = (text: string): LookupAddress => ({
    address: text,
    family: 4,
  });

  it.each<[string, string, LookupAddress[], string | undefined]>([
    ['public', 'x.example', [address('52.16.0.1')], undefined],
    ['private', 'x.example', [address('10.0.0.1')], 'ERR_ADDRESS_REFUSED'],
    [
      'the metadata service',
      'x.example',
      [address('169.254.169.254')],
      'ERR_ADDRESS_REFUSED',
    ],
    [
      'one of both',
      'x.example',
      [address('52.16.0.1'), address('127.0.0.1')],
      'ERR_ADDRESS_REFUSED',
    ],
    [
      'private and allowed',
      'x.internal.acme.example',
      [address('10.0.0.1')],
      undefined,
    ],
    ['nothing', 'x.example', [], 'ENOTFOUND'],
  ])(
    'looks at what a name resolves to: %s',
    async (_what, name, found, code) => {
      const resolve = (
        _host: string,
        _options: unknown,
        callback: (error: null, addresses: LookupAddress[]) => void,
      ) => callback(null, found);
      const lookup = guard.lookup(resolve as never);
      for (const all of [true, false]) {
        const error = await new Promise<NodeJS.ErrnoException | null>(
          settle => {
            lookup(name, { all }, settle);
          },
        );
        expect(error?.code).toBe(code);
      }
    },
  );
});
