import type { Report } from './lib/Report';
import type { BenchBackend } from './lib/startBackend';
import { Worker } from './lib/worker';

/** At most so many times as long as a bare client takes. */
const GOAL = 2.5;

/** How long a bare client takes to read all clusters. */
export interface Floor {
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
}

/** Lists all clusters with a bare client, and discards what it gets. */
export async function measureFloor({
  clusters,
}: Pick<BenchBackend, 'clusters'>): Promise<Floor> {
  const worker = new Worker(require.resolve('./floorWorker'));
  try {
    return await worker.call<Floor>('read', clusters);
  } finally {
    await worker.end();
  }
}

/** The first reading of a fleet beside what a bare client takes for it. */
export function reportFloor(
  report: Report,
  what: string,
  floor: Floor,
  ours: { seconds: number; cpuSeconds: number },
): void {
  report.add({
    metric: `${what}: floor, a bare client that lists ${floor.megabytes.toFixed(
      0,
    )} MB and discards them`,
    ours: floor.seconds,
    unit: 's',
  });
  const times = [
    ['cold sync with every pod, times the floor', 'seconds'],
    ['the same, CPU', 'cpuSeconds'],
  ] as const;
  for (const [metric, figure] of times) {
    const ratio = ours[figure] / floor[figure];
    report.add({
      metric: `${what}: ${metric}`,
      ours: ratio,
      unit: '',
      ...(figure === 'seconds' && { goal: `${GOAL}`, met: ratio <= GOAL }),
    });
  }
}
