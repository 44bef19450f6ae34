import { mockServices } from '@backstage/backend-test-utils';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import type { Knex } from 'knex';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from './__testUtils__/clusterEntity';
import { describeWithPostgres } from './__testUtils__/describeWithPostgres';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import {
  type RealPostgres,
  startRealPostgres,
} from './__testUtils__/realPostgres';
import { testAwsKeys } from './__testUtils__/startClustersBackend';
import {
  startTestClusters,
  type TestClusters,
} from './__testUtils__/startTestClusters';

const node = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name },
});

describeWithPostgres('a database that goes down', () => {
  const leaseMs = 1_500;
  const logger = mockServices.logger.mock();
  let postgres: RealPostgres;
  let cluster: SimulatedCluster;
  let knex: Knex;
  let test: TestClusters;

  beforeAll(async () => {
    logger.child.mockReturnValue(logger);
    postgres = await startRealPostgres();
    const log = { warn() {}, error() {}, debug() {}, deprecate() {} };
    knex = await openTestDatabase({ ...postgres.config, log });
    cluster = await startSimulatedCluster({
      id: 'x',
      auth: {
        type: 'eks',
        keys: testAwsKeys,
        groups: ['clusterworks:readers'],
      },
      objects: [node('n1')],
    });
    test = await startTestClusters({
      entities: [clusterEntity('x', cluster)],
      knex,
      logger,
      sharing: { leaseMs, settleMs: 200 },
    });
  });

  afterAll(async () => {
    await test?.stop();
    await cluster?.stop();
    await knex?.destroy();
    await postgres?.stop();
  });

  const nodes = () => test.row('x')?.nodes;
  const exactly = (value: number) => ({ certainty: 'exact', value });

  async function seeNodeAdded(count: number): Promise<void> {
    cluster.apply(node(`n${count}`));
    await waitFor(() => expect(nodes()).toEqual(exactly(count)));
  }

  it('costs history, never an answer, and is made up for when it is back', async () => {
    await waitFor(() => expect(nodes()).toEqual(exactly(1)));
    await waitFor(async () =>
      expect(await knex('cluster_states')).toHaveLength(1),
    );
    await postgres.pause();

    // For longer than a lease is valid.
    const until = Date.now() + 3 * leaseMs;
    let seen = 1;
    while (Date.now() < until) {
      seen += 1;
      await seeNodeAdded(seen);
    }
    expect(test.row('x')?.connection.state).toBe('live');
    expect(test.clusters.sessions.owned).toEqual([test.identityOf('x')]);
    await expect(
      test.clusters.history.read(test.identityOf('x'), 0, Date.now()),
    ).rejects.toThrow();
    // Each problem is logged once, not at every attempt.
    for (const { mock } of [logger.error, logger.warn]) {
      const messages = mock.calls.map(([message]) => message);
      expect(messages).not.toEqual([]);
      expect(messages).toEqual([...new Set(messages)]);
    }

    await postgres.resume();
    await waitFor(async () => {
      const [state] = await knex('cluster_states');
      expect(JSON.parse(state.detail).row.nodes).toEqual(exactly(seen));
      const [lease] = await knex('cluster_leases');
      expect(Number(lease.expires_at)).toBeGreaterThan(Date.now());
    });
    expect(test.row('x')?.connection.state).toBe('live');
  });
});
