import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  FleetHistory,
  hasRealPostgres,
  HistoryPruner,
  HistoryStore,
  openTestDatabase,
  startRealPostgres,
} from '../clustersBackendInternals';
import { percentile } from '../lib/measure';
import { sizeOfDatabase } from '../lib/sizeOfDatabase';
import { DAY_MS, fillHistory, HOUR_MS, RETENTION } from './fillHistory';

const QUERIES = 30;
/** A page of the fleet asks for the strips of so many clusters. */
const STRIPS = 100;

/** What a year of verdict changes and 30 days of points cost. */
export interface HistoryCost {
  database: string;
  clusters: number;
  points: number;
  changes: number;
  megabytes: number;
  /** Milliseconds within which 95 % of the answers came. */
  queries: { query: string; p95Ms: number }[];
  /** One run that thins and deletes an hour, and the longest turn in it. */
  pruneMs: number;
  pruneStallMs: number;
  pruned: number;
}

/** Fills both databases with the history of a fleet, and asks them. */
export async function measureHistory(clusters: number): Promise<HistoryCost[]> {
  const directory = mkdtempSync(join(tmpdir(), 'clusterworks-history-'));
  const found: HistoryCost[] = [];
  try {
    const knex = await openTestDatabase({
      client: 'better-sqlite3',
      connection: join(directory, 'history.sqlite'),
      useNullAsDefault: true,
    });
    found.push(await costOf('SQLite', knex, clusters));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  if (hasRealPostgres) {
    const postgres = await startRealPostgres();
    try {
      const knex = await openTestDatabase(postgres.config);
      found.push(await costOf('PostgreSQL', knex, clusters));
    } finally {
      await postgres.stop();
    }
  }
  return found;
}

async function costOf(
  database: string,
  knex: Knex,
  clusters: number,
): Promise<HistoryCost> {
  try {
    const now = Date.now();
    const { points, changes } = await fillHistory(knex, { clusters, now });
    const { megabytes } = await sizeOfDatabase(knex);
    const queries = await askAll(knex, clusters, now);
    const pruning = await prune(knex, now);
    const what = { database, clusters, points, changes, megabytes };
    process.stderr.write(
      `  history on ${database}: ${megabytes.toFixed(0)} MB\n`,
    );
    return { ...what, queries, ...pruning };
  } finally {
    await knex.destroy();
  }
}

async function askAll(knex: Knex, clusters: number, now: number) {
  const history = new HistoryStore(knex);
  const identities = Array.from(
    { length: clusters },
    (_, index) => `c${index}`,
  );
  const some = (round: number) =>
    identities.slice((round * STRIPS) % clusters).slice(0, STRIPS);
  const one = (round: number) => identities[(round * 37) % clusters];
  const asked: [string, (round: number) => Promise<unknown>][] = [
    [
      'trend of a cluster, 24 hours',
      r => history.read(one(r), now - DAY_MS, now),
    ],
    [
      'trend of a cluster, 7 days',
      r => history.read(one(r), now - 7 * DAY_MS, now),
    ],
    [
      'trend of a cluster, 30 days, with a year of changes',
      r => history.read(one(r), now - RETENTION.keepChangesMs, now),
    ],
    [
      `strips of ${STRIPS} clusters, 24 hours, first time`,
      r => new FleetHistory(history).read(some(r), now),
    ],
    [
      'changes of all clusters in a week, for the summary',
      () => history.changesOf(identities, now - 7 * DAY_MS, now),
    ],
  ];
  const queries: HistoryCost['queries'] = [];
  for (const [query, ask] of asked) {
    const times: number[] = [];
    for (let round = 0; round < QUERIES; round += 1) {
      const began = performance.now();
      await ask(round);
      times.push(performance.now() - began);
    }
    queries.push({ query, p95Ms: percentile(times, 0.95) });
  }
  return queries;
}

async function prune(knex: Knex, now: number) {
  const later = now + HOUR_MS;
  const rows = async () => {
    const [{ count }] = await knex('history_points').count({ count: '*' });
    return Number(count);
  };
  await knex('history_pruning')
    .insert({ id: 1, pruned_until: now })
    .onConflict('id')
    .merge();
  const pruner = new HistoryPruner({
    knex,
    retention: RETENTION,
    logger: mockServices.rootLogger({ level: 'none' }),
    databaseTime: async () => later,
  });
  const before = await rows();
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  const began = performance.now();
  await pruner.prune();
  const pruneMs = performance.now() - began;
  delay.disable();
  const pruned = before - (await rows());
  return { pruneMs, pruneStallMs: delay.max / 1e6, pruned };
}
