import { viewCluster } from '@clusterworks/plugin-clusters-health';
import { NOW } from '@clusterworks/kube-fixtures';
import { largeSnapshot } from './largeSnapshot';

/** Times of making the pages' view of a large cluster, in milliseconds. */
export interface ViewBenchmark {
  nodes: number;
  pods: number;
  runs: number;
  medianMs: number;
  p95Ms: number;
  /** The least disturbed run: what the machine is capable of. */
  bestMs: number;
}

/** Makes the view of a large cluster again and again; the first runs warm up. */
export function benchmarkView(
  options: { nodes?: number; pods?: number; runs?: number } = {},
): ViewBenchmark {
  const { nodes = 500, pods = 5000, runs = 40 } = options;
  const snapshot = largeSnapshot(nodes, pods)();
  const times: number[] = [];
  for (let run = 0; run < runs + 10; run += 1) {
    const before = performance.now();
    viewCluster(snapshot, NOW);
    if (run >= 10) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return {
    nodes,
    pods,
    runs,
    medianMs: times[Math.floor(times.length / 2)],
    p95Ms: times[Math.floor(times.length * 0.95)],
    bestMs: times[0],
  };
}
