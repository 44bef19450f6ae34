import { Random, testAwsKeys } from '../clustersBackendInternals';
import { type BenchmarkFleet, startBenchmarkFleet } from '../fleet';
import { serve } from '../lib/worker';
import { disturb } from './disturb';

/** During faults, one in five clusters is faulty at any time. */
const SHARE = 0.2;

let fleet: BenchmarkFleet | undefined;
let random = new Random(0);
const counts: Record<string, number> = {};

serve({
  async start(options: { clusters: number; nodes: number; seed: number }) {
    const { clusters, nodes, seed } = options;
    random = new Random(seed);
    fleet = await startBenchmarkFleet({
      ...{ clusters, nodes, ports: 'own', keys: testAwsKeys },
    });
    return fleet.clusters.map(({ id, url, caData }) => ({ id, url, caData }));
  },
  /**
   * Starts random faults of some clusters; resolves when restarted clusters
   * are back.
   */
  async disturb() {
    const chosen = (fleet?.clusters ?? []).filter(() => random.chance(SHARE));
    const done = await Promise.all(
      chosen.map(cluster => disturb(cluster, random)),
    );
    for (const what of done) {
      counts[what] = (counts[what] ?? 0) + 1;
    }
  },
  heal() {
    fleet?.clusters.forEach(({ api }) => api.faults.clear());
  },
  /** How often each fault has been started. */
  counts: () => counts,
});
