import { startSimulatedCluster } from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from './__testUtils__/clusterEntity';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { testAwsKeys } from './__testUtils__/startClustersBackend';
import { startTestClusters } from './__testUtils__/startTestClusters';

describe('a restart', () => {
  it('keeps memory, last state and its time, without a false change', async () => {
    const cluster = await startSimulatedCluster({
      id: 'x',
      auth: {
        type: 'eks',
        keys: testAwsKeys,
        groups: ['clusterworks:readers'],
      },
      objects: [{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } }],
    });
    const knex = await openTestDatabase();
    const entities = [clusterEntity('x', cluster)];
    const before = await startTestClusters({ entities, knex });
    await waitFor(() => expect(before.row('x')?.connection.state).toBe('live'));
    const { connection, verdict } = before.row('x') ?? {};
    const memory = before.clusters.sessions.memoryOf(
      before.identityOf('x'),
    )?.rules;
    await before.stop();
    await cluster.pause();

    const after = await startTestClusters({ entities, knex });
    try {
      await waitFor(() =>
        expect(after.row('x')?.connection.state).toBe('unreachable'),
      );
      // The saved state is shown and marked as old.
      expect(after.row('x')?.nodes).toEqual({
        certainty: 'estimate',
        value: 1,
      });
      await cluster.resume();
      await waitFor(() =>
        expect(after.row('x')?.connection.state).toBe('live'),
      );
      expect(after.row('x')?.verdict).toBe(verdict);
      const recalled = after.clusters.sessions.memoryOf(
        after.identityOf('x'),
      )?.rules;
      expect(Object.keys(recalled?.findings ?? {})).toEqual(
        expect.arrayContaining(Object.keys(memory?.findings ?? {})),
      );
      await after.stop();
      const { verdictChanges } = await after.clusters.history.read(
        after.identityOf('x'),
        0,
        Date.now(),
      );
      // Being unreachable may change the verdict; a restart alone may not.
      const firsts = verdictChanges.filter(({ from }) => from === undefined);
      expect(firsts).toHaveLength(1);
      for (const { from, to } of verdictChanges) {
        expect(from).not.toBe(to);
      }
      expect(connection?.since).toBeDefined();
    } finally {
      await after.stop();
      await cluster.stop();
      await knex.destroy();
    }
  });
});
