import type { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import type { Knex } from 'knex';
import request from 'supertest';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from './__testUtils__/clusterEntity';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import {
  startClustersBackend,
  testAwsKeys,
} from './__testUtils__/startClustersBackend';
import { startTestClusters } from './__testUtils__/startTestClusters';

const token = 'token-of-the-configuration';

describe('a name gives no access to the data of another cluster', () => {
  let eks: SimulatedCluster;
  let twin: SimulatedCluster;
  let configured: SimulatedCluster;
  let knex: Knex;

  beforeAll(async () => {
    const groups = ['clusterworks:readers'];
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } };
    const auth = { type: 'eks' as const, keys: testAwsKeys, groups };
    eks = await startSimulatedCluster({ id: 'x', auth, objects: [node] });
    twin = await startSimulatedCluster({ id: 'x', auth });
    configured = await startSimulatedCluster({
      id: 'configured',
      auth: { type: 'token', token },
      objects: [node],
    });
  });

  beforeEach(async () => {
    knex = await openTestDatabase();
  });

  afterEach(async () => {
    await knex.destroy();
  });

  afterAll(async () => {
    await eks?.stop();
    await twin?.stop();
    await configured?.stop();
  });

  const described = (
    name: string,
    server: SimulatedCluster | undefined,
    options: Parameters<typeof clusterEntity>[1] = {},
  ) =>
    clusterEntity(name, {
      ...(server && { url: server.url, caData: server.caData }),
      ...options,
      annotations: {
        ...(server && { 'kubernetes.io/x-k8s-aws-id': 'x' }),
        ...options.annotations,
      },
    });

  /** Starts the portal, runs the check, and stops the portal. */
  async function look(
    entities: Entity[],
    check: (
      test: Awaited<ReturnType<typeof startTestClusters>>,
    ) => Promise<unknown> | void,
    config = {},
  ) {
    const test = await startTestClusters({ entities, knex, config });
    try {
      await waitFor(() => check(test));
    } finally {
      await test.stop();
    }
  }

  const historyOf = async (
    test: Awaited<ReturnType<typeof startTestClusters>>,
    name: string,
  ) => {
    const { verdictChanges } = await test.clusters.history.read(
      test.identityOf(name),
      0,
      Date.now(),
    );
    return verdictChanges;
  };

  it('a new cluster of another owner shows nothing of the old one', async () => {
    const old = described('payments', eks, { owner: 'group:default/old' });
    await look([old], ({ row }) =>
      expect(row('payments')?.nodes).toMatchObject({ value: 1 }),
    );
    for (const server of [undefined, twin]) {
      const fresh = described('payments', server, {
        owner: 'group:default/new',
      });
      await look([fresh], async test => {
        const row = test.row('payments');
        expect(row).toMatchObject({ owner: 'group:default/new' });
        expect(row?.lastKnown?.at ?? '').toBe('');
        expect(row?.nodes).not.toMatchObject({ value: 1 });
        const { view } = JSON.parse(
          test.fleet.get('payments')?.body.toString() ?? '{}',
        );
        expect(JSON.stringify(view ?? {})).not.toContain('"n"');
        for (const { from } of (await historyOf(test, 'payments')).slice(
          0,
          1,
        )) {
          expect(from).toBeUndefined();
        }
      });
    }
    // In contrast, the old owner's recreated cluster continues its history.
    await look([old], async test => {
      expect(test.row('payments')?.connection.state).toBe('live');
      const firsts = (await historyOf(test, 'payments')).filter(
        ({ from }) => from === undefined,
      );
      expect(firsts).toHaveLength(1);
    });
  });

  it('of two of one name the newcomer is refused, also after a restart', async () => {
    const first = described('payments', eks, { namespace: 'z' });
    const newcomer = described('Payments', twin, {
      namespace: 'a',
      annotations: { 'kubernetes.io/x-k8s-aws-id': 'y' },
    });
    await look([first], ({ row }) =>
      expect(row('payments')?.connection.state).toBe('live'),
    );
    for (const entities of [
      [first, newcomer],
      [newcomer, first],
    ]) {
      await look(entities, ({ row, fleet }) => {
        expect(fleet.entries).toHaveLength(1);
        for (const name of ['payments', 'Payments']) {
          expect(row(name)).toMatchObject({
            name: 'payments',
            entityRef: 'resource:z/payments',
            connection: { state: 'live' },
            otherClaims: [
              { entityRef: 'resource:a/payments', reason: 'nameTaken' },
            ],
          });
        }
      });
    }
  });

  it.each(['default', 'other'])(
    'an entity of the namespace %s takes nothing of a configured cluster',
    async namespace => {
      const thief = described('payments', eks, {
        ...{ namespace, owner: 'group:default/thief', environment: 'dev' },
        labels: { team: 'thief' },
      });
      await look(
        [thief],
        ({ row, fleet }) => {
          const { owner, labels, environment } =
            fleet.get('payments')?.cluster ?? {};
          expect([owner, environment, labels]).toEqual([
            ...[undefined, undefined],
            {},
          ]);
          expect(row('payments')).toMatchObject({
            connection: { state: 'live' },
            otherClaims: [{ entityRef: `resource:${namespace}/payments` }],
          });
          expect(row('payments')?.entityRef).not.toBe(
            `resource:${namespace}/payments`,
          );
        },
        {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'payments',
                    url: configured.url,
                    caData: configured.caData,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: token,
                  },
                ],
              },
              { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
            ],
          },
        },
      );
    },
  );

  it('no token for a cluster goes to another API server, whatever the account', async () => {
    const victim = described('victim', eks);
    const thief = described('thief', twin, {
      labels: { 'clusterworks.dev/account': '999999999999' },
    });
    await look([victim], ({ row }) =>
      expect(row('victim')?.connection.state).toBe('live'),
    );
    await look([thief, victim], ({ row }) => {
      expect(row('victim')).toMatchObject({
        connection: { state: 'live' },
        otherClaims: [{ name: 'thief', reason: 'clusterId' }],
      });
      expect(row('thief')?.connection).toMatchObject({
        state: 'forbidden',
        message: expect.stringContaining('cannot be known'),
      });
    });
  });

  it('a second description of a cluster gives nobody a right to it', async () => {
    const victim = described('victim', eks, { owner: 'group:default/victim' });
    const spy = described('a-spy', eks, { owner: 'group:default/spy' });
    await look([victim], ({ row }) =>
      expect(row('victim')?.connection.state).toBe('live'),
    );
    await look([spy, victim], ({ row, fleet }) => {
      expect(fleet.entries).toHaveLength(1);
      expect(row('a-spy')).toMatchObject({
        name: 'victim',
        owner: 'group:default/victim',
        otherClaims: [{ name: 'a-spy', reason: 'sameCluster' }],
      });
    });
  });

  it('the API reports under either name which cluster holds it', async () => {
    const { server } = await startClustersBackend({
      entities: [
        described('payments', eks),
        described('payments', twin, {
          namespace: 'other',
          annotations: { 'kubernetes.io/x-k8s-aws-id': 'y' },
        }),
      ],
    });
    const get = (path: string) =>
      request(server)
        .get(`/api/clusters/v1/clusters/${path}`)
        .set('Authorization', mockCredentials.user.header());
    for (const name of ['payments', 'PAYMENTS']) {
      await waitFor(async () => {
        const { body } = await get(name);
        expect(body.row).toMatchObject({
          name: 'payments',
          entityRef: 'resource:default/payments',
          source: 'handWritten',
          otherClaims: [
            {
              name: 'payments',
              entityRef: 'resource:other/payments',
              source: 'handWritten',
              reason: 'nameTaken',
            },
          ],
        });
      });
      const { body } = await get(`${name}/history`);
      expect(body.cluster).toBe('payments');
    }
  });
});
