import { testAwsKeys } from './clustersBackendInternals';
import { type BenchmarkFleet, startBenchmarkFleet } from './fleet';
import { serve } from './lib/worker';

let fleet: BenchmarkFleet | undefined;
let added = 0;

function clusterOf(id: string) {
  const cluster = fleet?.clusters.find(candidate => candidate.id === id);
  if (!cluster) {
    throw new Error(`No cluster ${id}`);
  }
  return cluster;
}

serve({
  async start(size: { clusters: number; nodes: number; podsPerNode?: number }) {
    fleet = await startBenchmarkFleet({
      ...size,
      ports: 'own',
      keys: testAwsKeys,
    });
    return fleet.clusters.map(({ id, url, caData }) => ({ id, url, caData }));
  },
  /** Adds a node; returns its name and the time in milliseconds since 1970. */
  touch(id: string) {
    added += 1;
    const name = `added-${added}`;
    clusterOf(id).store.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name },
    });
    return { name, at: Date.now() };
  },
  /**
   * All clusters forget their past changes and end all watches, so they have
   * to be read again.
   */
  forget() {
    for (const { api, store } of fleet?.clusters ?? []) {
      store.compact();
      api.snapshots.clear();
      api.dropWatches();
    }
  },
  hang(id: string) {
    const { api } = clusterOf(id);
    api.faults.add({ type: 'hang' });
    api.dropWatches();
  },
  heal(id: string) {
    clusterOf(id).api.faults.clear();
  },
  /** What all API servers together have had to do so far. */
  felt() {
    const sum = { requests: 0, watchesOpen: 0, bytes: 0, events: 0 };
    for (const { api } of fleet?.clusters ?? []) {
      sum.requests += api.counters.requests;
      sum.watchesOpen += api.counters.watchesOpen;
      sum.bytes += api.counters.bytes;
      sum.events += api.counters.events;
    }
    return sum;
  },
  /** Requests that all clusters have served so far. */
  requests() {
    return (fleet?.clusters ?? []).reduce(
      (sum, { api }) => sum + api.counters.requests,
      0,
    );
  },
});
