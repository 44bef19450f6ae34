import process from 'node:process';

/**
 * CPU time of one call, in milliseconds, with garbage collection and
 * compilation: other work of the machine does not count.
 */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Percentiles of the CPU time of repeated work, in milliseconds. */
export interface CpuTimes {
  medianMs: number;
  p99Ms: number;
  runs: number;
}

/**
 * CPU times of pieces of work, each done `rounds` times; the rounds before
 * warm up and do not count.
 */
export function cpuTimes(
  pieces: readonly (() => void)[],
  rounds: number,
  warmUps: number,
): CpuTimes {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUps; round += 1) {
    for (const piece of pieces) {
      const time = cpuOf(piece);
      if (round >= warmUps) {
        times.push(time);
      }
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { medianMs: at(0.5), p99Ms: at(0.99), runs: times.length };
}
