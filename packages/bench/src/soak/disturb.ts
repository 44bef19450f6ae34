import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultAction, FaultMatch } from '@clusterworks/kube-simulator';
import type { BenchmarkCluster } from '../fleet';
import type { Random } from '../clustersBackendInternals';

/** The longest downtime of a server that is restarted. */
const MOST_AWAY_MS = 3_000;
/** The longest time to wait for the port of a server that is restarted. */
const MOST_TAKEN_MS = 60_000;

const faults: [FaultAction, FaultMatch?][] = [
  [{ type: 'hang' }],
  [{ type: 'hang' }, { verb: 'watch' }],
  [{ type: 'slow', delayMs: 3_000 }, { verb: 'list' }],
  [{ type: 'status', code: 401 }],
  [{ type: 'status', code: 403 }, { resource: 'pods' }],
  [{ type: 'status', code: 404 }, { resource: 'nodepools.karpenter.sh' }],
  [{ type: 'status', code: 429, retryAfterSeconds: 2 }],
  [{ type: 'status', code: 500 }],
  [{ type: 'status', code: 503 }, { verb: 'watch' }],
  [{ type: 'truncate' }],
  [{ type: 'malformed' }, { verb: 'list' }],
  [{ type: 'reset' }],
  [
    { type: 'flood', bytes: 4_000_000 },
    { resource: 'nodes', verb: 'list' },
  ],
  [{ type: 'skew', aheadMs: 600_000 }],
];

/**
 * Opens a server on the port that it had. Meanwhile a connection of another
 * program may have got that port, and mostly gives it back soon.
 */
async function openAgain(
  listener: BenchmarkCluster['listener'],
): Promise<void> {
  const end = performance.now() + MOST_TAKEN_MS;
  for (;;) {
    try {
      await listener.open();
      return;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || performance.now() > end) {
        throw error;
      }
      await sleep(500);
    }
  }
}

/** Starts a random fault of one cluster, and breaks its open connections. */
export async function disturb(
  { api, store, listener }: BenchmarkCluster,
  random: Random,
): Promise<string> {
  if (random.chance(0.2)) {
    await listener.close();
    const away = random.below(MOST_AWAY_MS);
    await sleep(away);
    await openAgain(listener);
    return 'restart';
  }
  if (random.chance(0.2)) {
    // As after a restart of etcd, all clients have to list again.
    store.compact();
    api.snapshots.clear();
    api.dropWatches();
    return 'compaction';
  }
  const [action, match] = random.pick(faults);
  api.faults.add(action, match);
  api.dropWatches();
  return action.type === 'status'
    ? `${action.type} ${action.code}`
    : action.type;
}
