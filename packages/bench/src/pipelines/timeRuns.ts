const WARM_UP_RUNS = 10;

/** How long the runs of one piece of work took, in milliseconds. */
export interface RunTimes {
  medianMs: number;
  p95Ms: number;
  /** The least disturbed run: what the machine is capable of. */
  bestMs: number;
}

/** Does work again and again; the first runs warm up and do not count. */
export function timeRuns(runs: number, work: () => void): RunTimes {
  const times: number[] = [];
  for (let run = 0; run < runs + WARM_UP_RUNS; run += 1) {
    const before = performance.now();
    work();
    if (run >= WARM_UP_RUNS) {
      times.push(performance.now() - before);
    }
  }
  times.sort((a, b) => a - b);
  return {
    medianMs: times[Math.floor(times.length / 2)],
    p95Ms: times[Math.floor(times.length * 0.95)],
    bestMs: times[0],
  };
}
