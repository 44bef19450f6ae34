import { assess, type Memory } from '@clusterworks/plugin-clusters-health';
import { NOW } from '@clusterworks/kube-fixtures';
import { largeSnapshot } from './largeSnapshot';

/** Times of judging a large cluster, in milliseconds. */
export interface AssessBenchmark {
  nodes: number;
  pods: number;
  runs: number;
  /** Middle run, with a memory as in the backend. */
  medianMs: number;
  p95Ms: number;
  /** The least disturbed run: what the machine is capable of. */
  bestMs: number;
  /** Reading all objects once, as after a first list. */
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
  const times: number[] = [];
  for (let run = 0; run < runs + 10; run += 1) {
    const before = performance.now();
    ({ memory } = assess(snapshot, memory, NOW));
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
    projectMs,
  };
}
