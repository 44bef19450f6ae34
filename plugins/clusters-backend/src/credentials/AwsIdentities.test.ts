import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { AwsIdentities } from './AwsIdentities';

const main = { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' };
const accounts = [
  { accountId: '111111111111', accessKeyId: 'AKIAONE', secretAccessKey: 'x' },
  { accountId: '222222222222', roleName: 'portal', externalId: 'of-account' },
];
const role = (account: string) => `arn:aws:iam::${account}:role/reader`;

/** An STS that gives keys to every caller and records the requests. */
function startSts(asked: Record<string, string>[]): Server {
  return createServer((request, response) => {
    let body = '';
    request.on('data', piece => {
      body += piece;
    });
    request.on('end', () => {
      const { Action, RoleArn, ExternalId } = Object.fromEntries(
        new URLSearchParams(body),
      );
      const [, signer] =
        /Credential=(\w+)/.exec(request.headers.authorization ?? '') ?? [];
      asked.push({
        Action,
        RoleArn,
        ...(ExternalId && { ExternalId }),
        signer,
      });
      response.setHeader('content-type', 'text/xml');
      response.end(`<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
        <AccessKeyId>ASIA${asked.length}</AccessKeyId><SecretAccessKey>x</SecretAccessKey>
        <SessionToken>x</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
      </Credentials></AssumeRoleResult></AssumeRoleResponse>`);
    });
  });
}

describe('AwsIdentities', () => {
  const asked: Record<string, string>[] = [];
  const sts = startSts(asked);
  const before = process.env.AWS_ENDPOINT_URL_STS;

  beforeAll(async () => {
    await new Promise<void>(resolve => {
      sts.listen(0, '127.0.0.1', resolve);
    });
    const { port } = sts.address() as AddressInfo;
    process.env.AWS_ENDPOINT_URL_STS = `http://127.0.0.1:${port}`;
  });

  afterAll(() => {
    sts.close();
    sts.closeAllConnections();
    process.env.AWS_ENDPOINT_URL_STS = before;
    if (before === undefined) {
      delete process.env.AWS_ENDPOINT_URL_STS;
    }
  });

  beforeEach(() => {
    asked.length = 0;
  });

  async function keyOf(
    identity: { accountId?: string; roleArn?: string; externalId?: string },
    aws: object = { mainAccount: main, accounts },
  ): Promise<string> {
    const identities = new AwsIdentities(new ConfigReader({ aws } as object));
    const ask = await identities.find({ ...identity, region: 'eu-west-1' });
    return (await ask()).accessKeyId;
  }

  it.each([
    ['the main account', undefined],
    ['the main account, for one that is not configured', '333333333333'],
  ])('sends no request for the keys of %s', async (_what, accountId) => {
    expect(await keyOf({ accountId })).toBe('AKIAMAIN');
    expect(asked).toEqual([]);
  });

  it('uses the keys of the account', async () => {
    expect(await keyOf({ accountId: '111111111111' })).toBe('AKIAONE');
    expect(asked).toEqual([]);
  });

  it('assumes the role of the account', async () => {
    expect(await keyOf({ accountId: '222222222222' })).toBe('ASIA1');
    expect(asked).toEqual([
      {
        Action: 'AssumeRole',
        RoleArn: 'arn:aws:iam::222222222222:role/portal',
        ExternalId: 'of-account',
        signer: 'AKIAMAIN',
      },
    ]);
  });

  it('assumes the role that the cluster names, from the main account', async () => {
    const roleArn = role('333333333333');
    expect(await keyOf({ roleArn, externalId: 'of-cluster' })).toBe('ASIA1');
    expect(asked).toEqual([
      {
        Action: 'AssumeRole',
        RoleArn: roleArn,
        ExternalId: 'of-cluster',
        signer: 'AKIAMAIN',
      },
    ]);
  });

  it('assumes it from the account in the role ARN, whatever the entity says', async () => {
    const roleArn = role('111111111111');
    expect(await keyOf({ roleArn, accountId: '222222222222' })).toBe('ASIA1');
    expect(asked).toEqual([
      { Action: 'AssumeRole', RoleArn: roleArn, signer: 'AKIAONE' },
    ]);
  });

  it('assumes the role that all accounts have', async () => {
    const aws = { mainAccount: main, accountDefaults: { roleName: 'all' } };
    expect(await keyOf({ accountId: '444444444444' }, aws)).toBe('ASIA1');
    expect(asked).toMatchObject([
      { RoleArn: 'arn:aws:iam::444444444444:role/all', signer: 'AKIAMAIN' },
    ]);
  });

  it.each([
    [{ roleArn: 'arn:aws:iam::1:role/x' }, /aws-assume-role/],
    [{ roleArn: 'arn:aws:iam::111111111111:user/x' }, /aws-assume-role/],
    [{ roleArn: `${role('111111111111')}\n` }, /aws-assume-role/],
    [{ roleArn: role('111111111111'), externalId: 'a b' }, /aws-external-id/],
  ])('refuses %j', async (identity, message) => {
    await expect(keyOf(identity)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
