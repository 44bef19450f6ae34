import { cpuOfProcess } from '../lib/cpuOfProcess';
import type { RunningPortal } from '../portalInternals';

/** How long a call took, again and again, in milliseconds. */
export interface CallTimes {
  /** Until the answer was there. */
  wall: number[];
  /** CPU time of the portal meanwhile; NaN where it is not known. */
  cpu: number[];
}

/** Asks a portal again and again, one call after the other. */
export async function timed(
  { pid }: RunningPortal,
  ask: () => Promise<unknown>,
  repeats: number,
): Promise<CallTimes> {
  const times: CallTimes = { wall: [], cpu: [] };
  for (let index = 0; index < repeats; index += 1) {
    const used = cpuOfProcess(pid);
    const before = performance.now();
    await ask();
    times.wall.push(performance.now() - before);
    times.cpu.push(cpuOfProcess(pid) - used);
  }
  return times;
}
