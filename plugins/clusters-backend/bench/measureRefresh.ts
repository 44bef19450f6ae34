import type { Report } from './lib/Report';
import { Worker } from './lib/worker';

/** Reading everything of one large cluster once. */
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
    // The first run compiles; what runs for months is the second.
    await reader.call('refresh', cluster);
    const { verdictMs, wallMs, stallMs, addedMb, objects } = await reader.call<
      Record<string, number>
    >('refresh', cluster);
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
