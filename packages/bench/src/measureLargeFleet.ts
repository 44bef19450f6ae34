import { load } from './lib/measure';
import type { Report } from './lib/Report';
import { startBackend } from './lib/startBackend';
import { measureFloor, reportFloor } from './measureFloor';
import { allRead } from './measureSync';

const SETTLE_MS = 15_000;
const STEADY_MS = 60_000;

/** Many small clusters in one backend. */
export async function measureLargeFleet(
  report: Report,
  size: { clusters: number; nodes: number },
): Promise<void> {
  // As docs/operate/sizing.md says for the least memory.
  const oldSpaceMb = Math.round(200 + 0.44 * size.clusters);
  const bench = await startBackend({ ...size, oldSpaceMb });
  const what = `${size.clusters} clusters, ${size.clusters * size.nodes} nodes`;
  try {
    report.add({
      metric: `${what}: cold sync`,
      ours: bench.syncMs / 1_000,
      unit: 's',
      goal: '30 s',
      met: bench.syncMs <= 30_000,
    });
    const beforeRest = performance.now();
    await allRead(bench);
    const restMs = performance.now() - beforeRest;
    report.add({
      metric: `${what}: cold sync with every pod and endpoint`,
      ours: (bench.syncMs + restMs) / 1_000,
      unit: 's',
    });
    const synced = await bench.backend.call<{ cpuMs: number }>('usage');
    // The work that was postponed until everything was read is done.
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS));
    reportFloor(report, what, await measureFloor(bench), {
      seconds: (bench.syncMs + restMs) / 1_000,
      cpuSeconds: (synced.cpuMs - bench.cpuAtStartMs) / 1_000,
    });
    const usage = () =>
      bench.backend.call<{ cpuMs: number; rssMb: number }>('usage');
    const before = await usage();
    await new Promise(resolve => setTimeout(resolve, STEADY_MS));
    const after = await usage();
    const cores = (after.cpuMs - before.cpuMs) / STEADY_MS;
    report.add({
      metric: `${what}: steady cores`,
      ours: cores,
      unit: '',
      goal: '0.10',
      met: cores <= 0.1,
    });
    report.add({
      metric: `${what}: memory`,
      ours: after.rssMb,
      unit: 'MB',
      goal: '1000 MB',
      met: after.rssMb <= 1_000,
    });
    report.add({
      metric: `${what}: of that, before any cluster was read`,
      ours: bench.rssAtStartMb,
      unit: 'MB',
    });
    const page = bench.probe(
      `/api/clusters/v1/fleet?limit=${Math.min(2_000, size.clusters)}`,
    );
    await load(page, 20);
    const one = await load(page, 300);
    const many = await load(page, 5_000, 50);
    const metric = `fleet of ${size.clusters}`;
    const peer = 'not asked (8 GB, then HTTP 500)';
    report.add({
      ...{ metric: `${metric}, p50`, peer, ours: one.p50, unit: 'ms' },
      ...{ goal: '10 ms', met: one.p50 <= 10 },
    });
    report.add({
      ...{ metric: `${metric}, p99`, peer, ours: one.p99, unit: 'ms' },
      ...{ goal: '50 ms', met: one.p99 <= 50 },
    });
    report.add({
      metric: `${metric}, 50 clients, requests per second`,
      ours: many.perSecond,
      unit: '',
      goal: '1000',
      met: many.perSecond >= 1_000,
    });
    report.add({
      metric: `${metric}, bytes on the wire`,
      ours: one.bytes / 1024,
      unit: 'KiB',
      goal: '100 KiB',
      met: one.bytes <= 100 * 1024,
    });
  } finally {
    await bench.end();
  }
}
