import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import type { Knex } from 'knex';
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

const names = ['a', 'b', 'c', 'd'];

/** What two backends do, in the order in which they do it. */
class Log {
  readonly lines: string[] = [];

  /** Notes what a backend shows of clusters that it assesses itself. */
  follow(backend: string, { fleet }: TestClusters): void {
    fleet.onChange(({ entry, source }) => {
      if (source === 'assessed') {
        const { state } = entry.row.connection;
        this.lines.push(`${backend} shows ${entry.cluster.name} as ${state}`);
      }
    });
  }
}

describeWithPostgres('clusters that move to another backend', () => {
  let postgres: RealPostgres;
  let knex: Knex;
  let clusters: SimulatedCluster[];
  const running: TestClusters[] = [];

  beforeAll(async () => {
    postgres = await startRealPostgres();
    knex = await openTestDatabase(postgres.config);
    const groups = ['clusterworks:readers'];
    clusters = await Promise.all(
      names.map(id =>
        startSimulatedCluster({
          id,
          auth: { type: 'eks', keys: testAwsKeys, groups },
        }),
      ),
    );
  });

  afterAll(async () => {
    await Promise.all(running.map(backend => backend.stop()));
    await Promise.all((clusters ?? []).map(cluster => cluster.stop()));
    await knex?.destroy();
    await postgres?.stop();
  });

  async function start(): Promise<TestClusters> {
    const backend = await startTestClusters({
      entities: clusters.map(cluster => clusterEntity(cluster.id, cluster)),
      knex,
      sharing: { leaseMs: 15_000, settleMs: 400 },
    });
    running.push(backend);
    return backend;
  }

  const ownedBy = ({ clusters: { sessions }, fleet }: TestClusters) =>
    sessions.owned
      .flatMap(identity => fleet.find(identity)?.cluster.name ?? [])
      .sort();

  it('are read by the next one before the last one stops reading', async () => {
    const first = await start();
    await waitFor(() => expect(ownedBy(first)).toEqual(names));
    await waitFor(() =>
      names.forEach(name =>
        expect(first.row(name)?.connection.state).toBe('live'),
      ),
    );

    const second = await start();
    const log = new Log();
    log.follow('second', second);
    await waitFor(() => {
      expect(ownedBy(first)).toHaveLength(2);
      expect(ownedBy(second)).toHaveLength(2);
    });

    await first.stop();
    running.shift();
    expect(ownedBy(second)).toEqual(names);
    await waitFor(() =>
      names.forEach(name =>
        expect(second.row(name)?.connection.state).toBe('live'),
      ),
    );
    // Without the handover, each is connected to only when it has moved.
    expect(log.lines.filter(line => !line.endsWith('live'))).toEqual([]);
  });

  it('are given up at once by the last backend', async () => {
    const [last] = running;
    await waitFor(() => expect(ownedBy(last)).toEqual(names));
    const started = performance.now();
    await last.stop();
    running.shift();
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await knex('cluster_leases')).toEqual([]);
  });
});
