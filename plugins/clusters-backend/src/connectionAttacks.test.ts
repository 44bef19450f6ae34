import type { LookupAddress } from 'node:dns';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from './__testUtils__/clusterEntity';
import { RawServer, rawServerCa } from './__testUtils__/hostile/RawServer';
import {
  startTestClusters,
  type TestClusters,
} from './__testUtils__/startTestClusters';

const caData = Buffer.from(rawServerCa).toString('base64');

/** Counts the connections that arrive: none may. */
async function withServer(
  check: (port: string, server: RawServer) => Promise<void>,
): Promise<void> {
  const server = new RawServer('h2', () => {});
  const { port } = new URL(await server.listen());
  try {
    await check(port, server);
  } finally {
    await server.close();
  }
}

/** Resolves every name to loopback, as the owner of a name can arrange. */
const rebound = ((
  _host: string,
  _options: unknown,
  callback: (error: null, addresses: LookupAddress[]) => void,
) => callback(null, [{ address: '127.0.0.1', family: 4 }])) as never;

async function expectSource(
  test: TestClusters,
  state: string,
  reason: RegExp,
): Promise<void> {
  await waitFor(() => {
    const source = test.source('x', 'nodes');
    expect(source?.state).toBe(state);
    expect(source?.reason).toMatch(reason);
  });
}

describe('a cluster that must not be connected to', () => {
  it('is not when its name leads to loopback after it was checked', async () => {
    await withServer(async (port, server) => {
      const url = `https://abc.gr7.eu-west-1.eks.amazonaws.com:${port}`;
      const test = await startTestClusters({
        entities: [clusterEntity('x', { url, caData })],
        resolve: rebound,
      });
      try {
        await waitFor(() =>
          expect(test.row('x')?.connection).toMatchObject({
            state: 'forbidden',
            message: expect.stringMatching(/has a non-public address/),
          }),
        );
        expect(server.accepted).toBe(0);
      } finally {
        await test.stop();
      }
    });
  });

  it.each([
    'azure',
    'google',
    'googleServiceAccount',
    'serviceAccount',
    'oidc',
  ])(
    'is not when its auth provider is %s, and stays as it is',
    async provider => {
      await withServer(async (port, server) => {
        const entity = clusterEntity('x', {
          url: `https://127.0.0.1:${port}`,
          caData,
          annotations: { 'kubernetes.io/auth-provider': provider },
        });
        const before = JSON.stringify(entity);
        const test = await startTestClusters({ entities: [entity] });
        try {
          await expectSource(
            test,
            'notRead',
            new RegExp(`^provider "${provider}"$`),
          );
          expect(test.row('x')?.connection.state).toBe('notRead');
          expect(test.row('x')?.verdict).toBe('unknown');
          expect(server.accepted).toBe(0);
          expect(JSON.stringify(entity)).toBe(before);
        } finally {
          await test.stop();
        }
      });
    },
  );

  it('is not when there are no credentials, and reports the message of AWS', async () => {
    await withServer(async (port, server) => {
      const url = `https://127.0.0.1:${port}`;
      const test = await startTestClusters({
        entities: [clusterEntity('x', { url, caData })],
        config: { aws: { mainAccount: { profile: 'there-is-none' } } },
      });
      try {
        await expectSource(
          test,
          'noCredentials',
          /CredentialsProviderError: .*there-is-none/,
        );
        expect(test.row('x')?.connection.state).toBe('noCredentials');
        expect(server.accepted).toBe(0);
      } finally {
        await test.stop();
      }
    });
  });
});
