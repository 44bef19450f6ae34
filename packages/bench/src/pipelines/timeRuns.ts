import process from 'node:process';

const WARM_UP_RUNS = 10;

/** How long the runs of one piece of work took, in milliseconds. */
export interface RunTimes {
  medianMs: number;
  /**
   * The median of CPU time, which other work of the machine does not lengthen;
   * garbage collection counts.
   */
  cpuMs: number;
  p95Ms: number;
  /** The fastest run, which other work disturbed least. */
  bestMs: number;
}

/** Does work again and again; the first runs warm up and do not count. */
export function timeRuns(runs: number, work: () => void): RunTimes {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let run = 0; run < runs + WARM_UP_RUNS; run += 1) {
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    work();
    const time = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    if (run >= WARM_UP_RUNS) {
      times.push(time);
      cpuTimes.push((user + system) / 1000);
    }
  }
  cpuTimes.sort((a, b) => a - b);
  times.sort((a, b) => a - b);
  return {
    medianMs: times[Math.floor(times.length / 2)],
    cpuMs: cpuTimes[Math.floor(cpuTimes.length / 2)],
    p95Ms: times[Math.floor(times.length * 0.95)],
    bestMs: times[0],
  };
}
