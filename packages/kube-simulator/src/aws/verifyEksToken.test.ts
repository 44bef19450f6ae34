import { ConfigReader } from '@backstage/config';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { verifyEksToken } from './verifyEksToken';

const keys = {
  accessKeyId: 'AKIADEMOCLUSTERWORKS',
  secretAccessKey: 'demo-not-a-secret',
};

/** The token that the Kubernetes plugin of Backstage makes for a cluster. */
async function tokenFor(id: string, mainAccount = keys): Promise<string> {
  const strategy = new AwsIamStrategy({
    config: new ConfigReader({ aws: { mainAccount } }),
  });
  const credential = await strategy.getCredential({
    name: 'catalog-name',
    url: 'https://127.0.0.1:7031',
    authMetadata: { 'kubernetes.io/x-k8s-aws-id': id },
  });
  if (credential.type !== 'bearer token') {
    throw new Error(`unexpected credential ${credential.type}`);
  }
  return credential.token;
}

function edit(token: string, change: (url: URL) => void): string {
  const url = new URL(
    Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString(),
  );
  change(url);
  return `k8s-aws-v1.${Buffer.from(url.toString()).toString('base64url')}`;
}

describe('verifyEksToken', () => {
  it('accepts the token of AwsIamStrategy for its own cluster', async () => {
    const token = await tokenFor('payments-prod');
    expect(verifyEksToken(token, 'payments-prod', keys, new Date())).toEqual({
      accepted: true,
      accessKeyId: keys.accessKeyId,
    });
  });

  it.each(['eu-west-1', 'us-gov-west-1'])('accepts region %s', async region => {
    const before = process.env.AWS_REGION;
    process.env.AWS_REGION = region;
    try {
      const token = await tokenFor('a');
      expect(verifyEksToken(token, 'a', keys, new Date()).accepted).toBe(true);
    } finally {
      if (before === undefined) {
        delete process.env.AWS_REGION;
      } else {
        process.env.AWS_REGION = before;
      }
    }
  });

  it('refuses a token for another cluster', async () => {
    const token = await tokenFor('payments-prod');
    expect(verifyEksToken(token, 'search-dev', keys, new Date())).toEqual({
      accepted: false,
      reason: 'the signature is wrong, or made for another cluster',
    });
  });

  it('refuses another secret key and another access key', async () => {
    const secret = await tokenFor('a', { ...keys, secretAccessKey: 'x' });
    const access = await tokenFor('a', { ...keys, accessKeyId: 'AKIAOTHER' });
    expect(verifyEksToken(secret, 'a', keys, new Date()).accepted).toBe(false);
    expect(verifyEksToken(access, 'a', keys, new Date())).toEqual({
      accepted: false,
      reason: 'unknown access key',
    });
  });

  it.each([
    [14, true],
    [16, false],
    [-2, false],
  ])('judges a token %i minutes old: %s', async (minutes, accepted) => {
    const token = await tokenFor('a');
    const now = new Date(Date.now() + minutes * 60_000);
    expect(verifyEksToken(token, 'a', keys, now).accepted).toBe(accepted);
  });

  const changes: [string, (url: URL) => void][] = [
    ['path', url => (url.pathname = '/x')],
    ['host', url => (url.hostname = 'sts.evil.example')],
    ['port', url => (url.port = '8443')],
    ['protocol', url => (url.protocol = 'http:')],
    ['action', url => url.searchParams.set('Action', 'AssumeRole')],
    ['a further parameter', url => url.searchParams.set('x', '1')],
    ['a double parameter', url => url.searchParams.append('Version', '1')],
    ['longer validity', url => url.searchParams.set('X-Amz-Expires', '901')],
    ['expiry', url => url.searchParams.set('X-Amz-Expires', '60')],
    [
      'signed headers',
      url => url.searchParams.set('X-Amz-SignedHeaders', 'host'),
    ],
    ['signature', url => url.searchParams.set('X-Amz-Signature', '00')],
    ['no signature', url => url.searchParams.delete('X-Amz-Signature')],
    ['no date', url => url.searchParams.delete('X-Amz-Date')],
  ];
  it.each(changes)('refuses a changed URL: %s', async (_name, change) => {
    const token = edit(await tokenFor('a'), change);
    expect(verifyEksToken(token, 'a', keys, new Date()).accepted).toBe(false);
  });

  it.each([
    '',
    'abc',
    'k8s-aws-v1.',
    'k8s-aws-v1.####',
    `k8s-aws-v1.${'A'.repeat(9000)}`,
  ])('refuses %#', token => {
    expect(verifyEksToken(token, 'a', keys, new Date()).accepted).toBe(false);
  });
});
