import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import {
  openTestDatabase,
  Random,
  startRealPostgres,
} from '../clustersBackendInternals';
import { Worker } from '../lib/worker';
import type { ChaosOptions, ChaosResult } from './ChaosResult';
import { DatabaseProxy } from './DatabaseProxy';
import { faults } from './faults';
import { Looks } from './Looks';
import { Replica, type ReplicaOptions } from './Replica';
import { VerdictProbe } from './VerdictProbe';

const REPLICAS = 3;
const NODES = 20;
/** Between two faults, while each cluster is watched once. */
const CALM_MS = 3_000;

/**
 * Follows a fleet with three replicas on one PostgreSQL. At random, one of them
 * is killed, paused or restarted, has a wrong clock, or the database is slow or
 * hangs.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const postgres = await startRealPostgres();
  const knex = await openTestDatabase(postgres.config);
  const { host, port } = postgres.config.connection as {
    host: string;
    port: number;
  };
  const proxy = new DatabaseProxy({ host, port });
  const fleet = new Worker(require.resolve('./fleetWorker'));
  let replicas: Replica[] = [];
  try {
    const clusters = await fleet.call<ReplicaOptions['clusters']>('start', {
      ...{ clusters: options.clusters, nodes: NODES },
    });
    const connection = {
      ...(postgres.config.connection as object),
      port: await proxy.open(),
    };
    replicas = Array.from(
      { length: REPLICAS },
      () => new Replica({ knex: { ...postgres.config, connection }, clusters }),
    );
    return await disturb({ options, replicas, proxy, fleet, knex });
  } finally {
    await Promise.all(replicas.map(replica => replica.kill()));
    await fleet.end();
    proxy.close();
    await knex.destroy();
    await postgres.stop();
  }
}

async function disturb(run: {
  options: ChaosOptions;
  replicas: Replica[];
  proxy: DatabaseProxy;
  fleet: Worker;
  knex: Knex;
}): Promise<ChaosResult> {
  const { options, replicas, proxy, fleet, knex } = run;
  const ids = Array.from(
    { length: options.clusters },
    (_, index) => `bench-${String(index + 1).padStart(4, '0')}`,
  );
  const random = new Random(options.seed);
  const looks = new Looks(replicas, ids);
  try {
    const began = performance.now();
    await Promise.all(replicas.map(replica => replica.start()));
    await looks.whole();
    const startMs = performance.now() - began;
    looks.restart();
    const verdicts = new VerdictProbe(fleet, replicas);
    const probing = verdicts.run(ids);
    const counts: Record<string, number> = {};
    const end = performance.now() + options.minutes * 60_000;
    while (performance.now() < end) {
      const name = random.pick(Object.keys(faults));
      counts[name] = (counts[name] ?? 0) + 1;
      looks.fault = name;
      await faults[name]({ replicas, proxy, random });
      await looks.whole();
      looks.fault = 'none';
      await sleep(CALM_MS);
    }
    verdicts.stop();
    await probing;
    return {
      ...{ ...options, startMs, faults: counts, whole: await looks.whole() },
      unwatched: looks.coverage.unwatched,
      watchedTwice: looks.coverage.watchedTwice,
      verdicts: {
        changes: verdicts.changes,
        lost: await lostChanges(knex, verdicts.criticals),
        notShown: verdicts.notShown,
        slowestMs: verdicts.slowestMs,
      },
    };
  } finally {
    looks.stop();
  }
}

/** The changes to critical that were shown and are not in the history. */
async function lostChanges(
  knex: Knex,
  criticals: ReadonlyMap<string, number>,
): Promise<number> {
  const rows: { name: string; count: string }[] = await knex('verdict_changes')
    .join(
      'cluster_identities',
      'cluster_identities.id',
      'verdict_changes.identity',
    )
    .where({ to: 'critical' })
    .groupBy('name')
    .select('name')
    .count({ count: '*' });
  const recorded = new Map(rows.map(({ name, count }) => [name, +count]));
  return [...criticals].reduce(
    (sum, [name, shown]) =>
      sum + Math.max(0, shown - (recorded.get(name) ?? 0)),
    0,
  );
}
