import { viewCluster } from '@clusterworks/plugin-clusters-health';
import { NOW } from '@clusterworks/kube-fixtures';
import { largeSnapshot } from './largeSnapshot';
import { type RunTimes, timeRuns } from './timeRuns';

/** Times of making the pages' view of a large cluster. */
export interface ViewBenchmark extends RunTimes {
  nodes: number;
  pods: number;
  runs: number;
}

/** Makes the view of a large cluster again and again; the first runs warm up. */
export function benchmarkView(
  options: { nodes?: number; pods?: number; runs?: number } = {},
): ViewBenchmark {
  const { nodes = 500, pods = 5000, runs = 40 } = options;
  const snapshot = largeSnapshot(nodes, pods)();
  const times = timeRuns(runs, () => {
    viewCluster(snapshot, NOW);
  });
  return { nodes, pods, runs, ...times };
}
