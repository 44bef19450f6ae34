import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU time that all threads of a process have used so far, in milliseconds;
 * NaN where the operating system does not tell it to the nanosecond.
 */
export function cpuOfProcess(pid: number | undefined): number {
  const folder = `/proc/${pid}/task`;
  try {
    return readdirSync(folder)
      .map(thread => nanosecondsOf(`${folder}/${thread}/schedstat`))
      .reduce((sum, one) => sum + one / 1e6, 0);
  } catch {
    return NaN;
  }
}

/** A thread may have ended meanwhile. */
function nanosecondsOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
