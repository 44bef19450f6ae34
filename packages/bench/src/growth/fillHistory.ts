import type {
  HistoryPoint,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { isPostgres } from '../clustersBackendInternals';

/** An hour, in milliseconds. */
export const HOUR_MS = 3_600_000;
/** A day, in milliseconds. */
export const DAY_MS = 24 * HOUR_MS;
const FINE_MS = HOUR_MS / 12;
const COARSE_MS = HOUR_MS / 2;
/** How often the verdict of a cluster changes. */
const CHANGE_MS = 6 * HOUR_MS;
/** Below SQLite's limit on the parts of a statement. */
const BATCH = 400;

/** What is kept in this measurement. */
export const RETENTION = {
  keepMs: 30 * DAY_MS,
  keepChangesMs: 365 * DAY_MS,
  keepGoneMs: 30 * DAY_MS,
};

const VERDICTS: Verdict[] = ['healthy', 'degraded', 'critical', 'degraded'];

function pointAt(at: number): Omit<HistoryPoint, 'at'> {
  const nodes = 20 + (Math.floor(at / COARSE_MS) % 7);
  return {
    ...{ verdict: 'healthy', nodes, roomAddresses: 12_000 - 30 * nodes },
    ...{ cpuAllocatable: 8 * nodes, podsPending: 0 },
    subnets: {
      'subnet-0a1b2c3d4e5f60718': 4_000,
      'subnet-1a1b2c3d4e5f60718': 4_000,
      'subnet-2a1b2c3d4e5f60718': 4_000 - 30 * nodes,
    },
    pools: {
      general: { nodes: nodes - 3, cpuProvisioned: 8 * nodes },
      gpu: { nodes: 0, cpuProvisioned: 0 },
    },
    versions: { kubernetes: '1.35.4', karpenter: '1.14.3', cilium: '1.19.9' },
    ...{ draining: 0, interrupted: 0 },
  };
}

/** Times from the oldest one on, with points as pruning leaves them. */
function* pointTimes(now: number): Generator<number> {
  for (let at = now - RETENTION.keepMs; at < now - DAY_MS; at += COARSE_MS) {
    yield at;
  }
  for (let at = now - DAY_MS; at < now; at += FINE_MS) {
    yield at;
  }
}

/**
 * Writes the history of a fleet in the order of time, as a backend would have
 * done: all that is kept of points, and of changes of verdicts.
 */
export async function fillHistory(
  knex: Knex,
  { clusters, now }: { clusters: number; now: number },
): Promise<{ points: number; changes: number }> {
  const identities = Array.from(
    { length: clusters },
    (_, index) => `c${index}`,
  );
  const points = await insertAll(knex, 'history_points', pointTimes(now), at =>
    identities.map(identity => ({
      ...{ identity, at },
      point: JSON.stringify(pointAt(at)),
    })),
  );
  const changes = await insertAll(
    knex,
    'verdict_changes',
    changeTimes(now),
    (at, index) =>
      identities.map((identity, cluster) => ({
        ...{ change_id: `${identity}/${at}`, identity },
        at: at + cluster,
        from: VERDICTS[index % VERDICTS.length],
        to: VERDICTS[(index + 1) % VERDICTS.length],
        headline:
          'NodePool general is at its limit of 200 vCPU; 14 pods wait for it',
      })),
  );
  if (isPostgres(knex)) {
    await knex.raw('vacuum analyze');
  }
  return { points, changes };
}

function* changeTimes(now: number): Generator<number> {
  for (let at = now - RETENTION.keepChangesMs; at < now; at += CHANGE_MS) {
    yield at;
  }
}

async function insertAll(
  knex: Knex,
  table: string,
  times: Iterable<number>,
  rowsAt: (at: number, index: number) => object[],
): Promise<number> {
  let written = 0;
  let index = 0;
  let pending: object[] = [];
  const write = async () => {
    const rows = pending;
    pending = [];
    await knex.transaction(async transaction => {
      for (let start = 0; start < rows.length; start += BATCH) {
        await transaction(table).insert(rows.slice(start, start + BATCH));
      }
    });
    written += rows.length;
  };
  for (const at of times) {
    pending.push(...rowsAt(at, index));
    index += 1;
    if (pending.length >= 50 * BATCH) {
      await write();
    }
  }
  await write();
  return written;
}
