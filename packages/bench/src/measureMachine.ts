import type { Report } from './lib/Report';

const STEPS = 300_000_000;

/**
 * How fast a core is at the moment: times of different machines, and of one
 * that others share, are compared by it.
 */
export function measureMachine(report: Report, when: string): void {
  const began = performance.now();
  let sum = 0;
  for (let step = 0; step < STEPS; step += 1) {
    sum += step % 7;
  }
  const seconds = (performance.now() - began) / 1_000;
  report.add({
    metric: `the machine ${when}, ${STEPS / 1e6} million steps of a loop`,
    // The sum is used, or the loop might be left out.
    ours: sum > 0 ? seconds : Infinity,
    unit: 's',
  });
}
