import { assess, type Memory } from '@clusterworks/plugin-clusters-health';
import { NOW } from '@clusterworks/kube-fixtures';
import { largeSnapshot } from './largeSnapshot';
import { type RunTimes, timeRuns } from './timeRuns';

/** Times of judging a large cluster, with a memory as in the backend. */
export interface AssessBenchmark extends RunTimes {
  nodes: number;
  pods: number;
  runs: number;
  /** Reading all objects once, as after a first list, in milliseconds. */
  projectMs: number;
}

/** Judges a large cluster again and again; the first runs warm up. */
export function benchmarkAssess(
  options: { nodes?: number; pods?: number; runs?: number } = {},
): AssessBenchmark {
  const { nodes = 500, pods = 5000, runs = 40 } = options;
  const read = largeSnapshot(nodes, pods);
  const start = performance.now();
  const snapshot = read();
  const projectMs = performance.now() - start;
  let memory: Memory | undefined;
  const times = timeRuns(runs, () => {
    ({ memory } = assess(snapshot, memory, NOW));
  });
  return { nodes, pods, runs, ...times, projectMs };
}
