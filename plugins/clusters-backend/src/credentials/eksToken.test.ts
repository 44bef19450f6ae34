import { verifyEksToken } from '@clusterworks/kube-simulator';
import { eksToken } from './eksToken';
import { stsRegionOf } from './stsRegionOf';

const keys = { accessKeyId: 'AKIATEST', secretAccessKey: 'test-not-a-secret' };
const now = new Date('2026-11-22T10:00:00Z');

function urlOf(token: string): URL {
  const text = token.slice('k8s-aws-v1.'.length);
  return new URL(Buffer.from(text, 'base64url').toString());
}

describe('eksToken', () => {
  it.each(['eu-west-1', 'us-gov-west-1', 'cn-north-1'])(
    'opens its own cluster in %s, and no other',
    async region => {
      const token = await eksToken(keys, region, 'payments', now);
      const later = new Date(now.getTime() + 14 * 60_000);
      expect(verifyEksToken(token, 'payments', keys, later).accepted).toBe(
        true,
      );
      expect(verifyEksToken(token, 'other', keys, later).accepted).toBe(false);
      const end = region.startsWith('cn')
        ? 'amazonaws.com.cn'
        : 'amazonaws.com';
      expect(urlOf(token).host).toBe(`sts.${region}.${end}`);
    },
  );

  it('signs the name of the cluster without including it in the token', async () => {
    const url = urlOf(await eksToken(keys, 'eu-west-1', 'payments', now));
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe(
      'host;x-k8s-aws-id',
    );
    expect(url.href).not.toContain('payments');
    expect(url.href).not.toContain(keys.secretAccessKey);
  });

  it('includes the session token of temporary keys', async () => {
    const temporary = { ...keys, sessionToken: 'session/+=' };
    const url = urlOf(await eksToken(temporary, 'eu-west-1', 'a', now));
    expect(url.searchParams.get('X-Amz-Security-Token')).toBe('session/+=');
  });
});

describe('stsRegionOf', () => {
  const portal = process.env.AWS_REGION;
  beforeEach(() => {
    process.env.AWS_REGION = 'eu-central-1';
  });
  afterEach(() => {
    process.env.AWS_REGION = portal;
    if (portal === undefined) {
      delete process.env.AWS_REGION;
    }
  });

  it.each([
    ['https://0A1B.gr7.eu-west-1.eks.amazonaws.com', 'eu-west-1'],
    ['https://0a1b.yl4.us-gov-west-1.eks.amazonaws.com/', 'us-gov-west-1'],
    ['https://0a1b.sk1.cn-north-1.eks.amazonaws.com.cn', 'cn-north-1'],
    ['https://127.0.0.1:7031', 'eu-central-1'],
    ['https://eu-west-1.example', 'eu-central-1'],
    ['https://a.evil/eu-west-1.eks.amazonaws.com', 'eu-central-1'],
  ])('of %s is %s', (url, region) => {
    expect(stsRegionOf(url)).toBe(region);
  });
});
