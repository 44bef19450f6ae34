import { type BenchmarkFleet, startBenchmarkFleet } from '@clusterworks/demo';
import { testAwsKeys } from '../src/__testUtils__/startClustersBackend';
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
  /** Adds a node; answers when, in milliseconds since 1970. */
  touch(id: string) {
    added += 1;
    clusterOf(id).store.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `added-${added}` },
    });
    return Date.now();
  },
  hang(id: string) {
    const { api } = clusterOf(id);
    api.faults.add({ type: 'hang' });
    api.dropWatches();
  },
  heal(id: string) {
    clusterOf(id).api.faults.clear();
  },
  /** Requests that all clusters have served so far. */
  requests() {
    return (fleet?.clusters ?? []).reduce(
      (sum, { api }) => sum + api.counters.requests,
      0,
    );
  },
});
