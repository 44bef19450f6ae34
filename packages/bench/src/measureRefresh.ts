import { percentile } from './lib/measure';
import type { Report } from './lib/Report';
import { Worker } from './lib/worker';

const RUNS = 5;

/** Reading everything of one large cluster once: the median of some runs. */
export async function measureRefresh(
  report: Report,
  size: { nodes: number; podsPerNode: number },
): Promise<void> {
  const fleet = new Worker(require.resolve('./fleetWorker'));
  const reader = new Worker(require.resolve('./refreshWorker'));
  try {
    const [cluster] = await fleet.call<object[]>('start', {
      clusters: 1,
      ...size,
    });
    // The first run includes compilation; the other runs are like those of a
    // long-running portal.
    await reader.call('refresh', cluster);
    const runs: Record<string, number>[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await reader.call('refresh', cluster));
    }
    const median = (figure: string) =>
      percentile(
        runs.map(run => run[figure]),
        0.5,
      );
    const [verdictMs, wallMs, stallMs, addedMb, objects] = [
      'verdictMs',
      'wallMs',
      'stallMs',
      'addedMb',
      'objects',
    ].map(median);
    const what = `full refresh, ${size.nodes} nodes, ${objects} objects`;
    report.add({
      metric: `full refresh, ${size.nodes} nodes: wall until a verdict is possible`,
      ours: verdictMs,
      unit: 'ms',
      goal: '150 ms',
      met: verdictMs <= 150,
    });
    report.add({
      metric: `${what}: wall with every pod`,
      ours: wallMs,
      unit: 'ms',
      goal: '150 ms',
      met: wallMs <= 150,
    });
    report.add({
      metric: `${what}: longest stall`,
      ours: stallMs,
      unit: 'ms',
      goal: '30 ms',
      met: stallMs <= 30,
    });
    report.add({
      metric: `${what}: memory added`,
      ours: addedMb,
      unit: 'MB',
      goal: '300 MB',
      met: addedMb <= 300,
    });
  } finally {
    await Promise.all([fleet.end(), reader.end()]);
  }
}
