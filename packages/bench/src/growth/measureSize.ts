import { setTimeout as sleep } from 'node:timers/promises';
import type { FleetAnswer } from '@clusterworks/plugin-clusters-common';
import { load, percentile, send } from '../lib/measure';
import type { DatabaseSize } from '../lib/sizeOfDatabase';
import { type BenchBackend, startBackend } from '../lib/startBackend';
import { ourFreshness } from '../measureFreshness';
import { measureFloor } from '../measureFloor';
import { allRead } from '../measureSync';
import { ourCluster } from '../probes';
import type { GrowthSize } from './GrowthSize';

/** The work that was postponed until everything was read is done then. */
const SETTLE_MS = 15_000;
const STEADY_MS = 60_000;
const CHANGES = 30;
/** On a busy machine, fewer changes are made. */
const CHANGES_MS = 60_000;
const MAX_PAGE = 2_000;
const MINUTES_PER_DAY = 1_440;
/**
 * Each cluster writes one point of history every five minutes, the default of
 * `clusters.history.interval`: too rarely to be counted in a minute of calm.
 */
const POINTS_PER_DAY = MINUTES_PER_DAY / 5;

interface Usage {
  cpuMs: number;
  rssMb: number;
  heapMb: number;
  externalMb: number;
}

interface Felt {
  requests: number;
  watchesOpen: number;
  bytes: number;
  events: number;
}

/** What one size costs. */
export interface SizeResult extends GrowthSize {
  /** Memory before any cluster was read, and when all is calm, in MB. */
  emptyMb: number;
  rssMb: number;
  heapMb: number;
  externalMb: number;
  /** Until every cluster is live, and until every kind was read, in seconds. */
  liveSeconds: number;
  syncSeconds: number;
  syncCpuSeconds: number;
  /** CPU time of a bare client that lists the same and discards it. */
  floorCpuSeconds: number;
  /** Cores that are used while nothing but heartbeats happens. */
  steadyCores: number;
  /** In milliseconds. */
  fleetP99: number;
  clusterP99: number;
  freshnessP50: number;
  freshnessP99: number;
  /** Of the fleet page, and of what it transfers after one change, in KiB. */
  fleetKib: number;
  changeKib: number;
  databaseMb: number;
  rowsPerDay: number;
  /** Of one API server: when it is first read, and per minute afterwards. */
  firstRequests: number;
  firstMb: number;
  watches: number;
  requestsPerMinute: number;
  kibPerMinute: number;
}

/** Reads a fleet of one size, and measures what it costs. */
export async function measureSize(size: GrowthSize): Promise<SizeResult> {
  const bench = await startBackend(size);
  try {
    const began = performance.now();
    await allRead(bench);
    const restMs = performance.now() - began;
    const synced = await lookAt(bench);
    const floor = await measureFloor(bench);
    await sleep(SETTLE_MS);
    const before = await lookAt(bench);
    await sleep(STEADY_MS);
    const after = await lookAt(bench);
    const minutes = (after.at - before.at) / 60_000;
    const perMinute = (figure: (look: Look) => number) =>
      (figure(after) - figure(before)) / minutes;
    return {
      ...size,
      emptyMb: bench.rssAtStartMb,
      rssMb: after.usage.rssMb,
      heapMb: after.usage.heapMb,
      externalMb: after.usage.externalMb,
      liveSeconds: bench.syncMs / 1_000,
      syncSeconds: (bench.syncMs + restMs) / 1_000,
      syncCpuSeconds: (synced.usage.cpuMs - bench.cpuAtStartMs) / 1_000,
      floorCpuSeconds: floor.cpuSeconds,
      steadyCores: perMinute(({ usage }) => usage.cpuMs) / 60_000,
      databaseMb: after.database.megabytes,
      rowsPerDay:
        size.clusters * POINTS_PER_DAY +
        MINUTES_PER_DAY *
          perMinute(({ database }) => database.rows.verdict_changes),
      firstRequests: synced.felt.requests / size.clusters,
      firstMb: synced.felt.bytes / 1e6 / size.clusters,
      watches: after.felt.watchesOpen / size.clusters,
      requestsPerMinute: perMinute(({ felt }) => felt.requests) / size.clusters,
      kibPerMinute: perMinute(({ felt }) => felt.bytes) / 1_024 / size.clusters,
      ...(await measurePages(bench)),
    };
  } finally {
    await bench.end();
  }
}

interface Look {
  at: number;
  usage: Usage;
  felt: Felt;
  database: DatabaseSize;
}

async function lookAt({ backend, fleet }: BenchBackend): Promise<Look> {
  const [usage, felt, database] = await Promise.all([
    backend.call<Usage>('usage'),
    fleet.call<Felt>('felt'),
    backend.call<DatabaseSize>('database'),
  ]);
  return { at: performance.now(), usage, felt, database };
}

async function measurePages(bench: BenchBackend) {
  const { clusters } = bench;
  const path = `/api/clusters/v1/fleet?limit=${Math.min(
    MAX_PAGE,
    clusters.length,
  )}`;
  const fleetPage = bench.probe(path);
  const clusterPage = bench.probe(ourCluster(clusters[0].id));
  await load(fleetPage, 20);
  await load(clusterPage, 20);
  const fleet = await load(fleetPage, 300);
  const cluster = await load(clusterPage, 300);
  const { body } = await send(fleetPage, { 'accept-encoding': 'identity' });
  const { version }: FleetAnswer = JSON.parse(body.toString('utf8'));
  const freshness = [await ourFreshness(bench, clusters[0].id)];
  // An answer about the fleet is kept for a moment.
  await sleep(200);
  const changed = await send(bench.probe(`${path}&since=${version}`));
  const until = performance.now() + CHANGES_MS;
  for (
    let change = 1;
    change < CHANGES && performance.now() < until;
    change += 1
  ) {
    const { id } = clusters[change % clusters.length];
    freshness.push(await ourFreshness(bench, id));
  }
  return {
    fleetP99: fleet.p99,
    clusterP99: cluster.p99,
    freshnessP50: percentile(freshness, 0.5),
    freshnessP99: percentile(freshness, 0.99),
    fleetKib: fleet.bytes / 1_024,
    changeKib: changed.bytes / 1_024,
  };
}
