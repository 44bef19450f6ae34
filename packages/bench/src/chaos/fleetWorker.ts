import { testAwsKeys } from '../clustersBackendInternals';
import { type BenchmarkFleet, startBenchmarkFleet } from '../fleet';
import { serve } from '../lib/worker';

let fleet: BenchmarkFleet | undefined;

function storeOf(id: string) {
  const found = fleet?.clusters.find(cluster => cluster.id === id);
  if (!found) {
    throw new Error(`No cluster ${id}`);
  }
  return found.store;
}

serve({
  async start(size: { clusters: number; nodes: number }) {
    fleet = await startBenchmarkFleet({
      ...{ ...size, ports: 'own', keys: testAwsKeys },
    });
    return fleet.clusters.map(({ id, url, caData }) => ({ id, url, caData }));
  },
  /** Scales Karpenter to nothing, or back: the cluster is critical meanwhile. */
  setKarpenter({ id, runs }: { id: string; runs: boolean }) {
    const store = storeOf(id);
    const karpenter = store.get(
      'apps/v1',
      'Deployment',
      'karpenter',
      'kube-system',
    );
    if (!karpenter) {
      throw new Error(`No Karpenter in ${id}`);
    }
    const replicas = runs ? 2 : 0;
    store.apply({
      ...karpenter,
      spec: { ...(karpenter.spec as object), replicas },
      status: {
        ...(karpenter.status as object),
        ...{ replicas, readyReplicas: replicas, availableReplicas: replicas },
      },
    });
  },
});
