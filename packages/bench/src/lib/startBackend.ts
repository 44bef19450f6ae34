import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import type { Probe } from './measure';
import { send } from './measure';
import { Worker } from './worker';

/** Each request for the whole fleet takes time from the backend. */
const POLL_MS = 250;

/** A backend with both plugins, and the clusters that it reads. */
export interface BenchBackend {
  fleet: Worker;
  backend: Worker;
  clusters: { id: string; url: string; caData: string }[];
  /** How long it took until all clusters were live, in milliseconds. */
  syncMs: number;
  /** Memory of the backend when it began to read, in MB. */
  rssAtStartMb: number;
  /** CPU time that it had used by then, in milliseconds. */
  cpuAtStartMs: number;
  probe(path: string): Probe;
  end(): Promise<void>;
}

/**
 * Starts both, and waits until every cluster is live; `whenStarted` is called
 * while they are still being read. `oldSpaceMb` limits the heap of the backend,
 * which else depends on the memory of the machine.
 */
export async function startBackend(
  size: { clusters: number; nodes: number; oldSpaceMb?: number },
  whenStarted: (
    bench: Pick<BenchBackend, 'clusters' | 'probe'>,
  ) => void = () => {},
): Promise<BenchBackend> {
  const fleet = new Worker(require.resolve('../fleetWorker'));
  const { oldSpaceMb } = size;
  const backend = new Worker(
    require.resolve('../backendWorker'),
    oldSpaceMb ? [`--max-old-space-size=${oldSpaceMb}`] : [],
  );
  const clusters = await fleet.call<BenchBackend['clusters']>('start', size);
  const directory = mkdtempSync(join(tmpdir(), 'clusterworks-bench-'));
  const { url, token } = await backend.call<{ url: string; token: string }>(
    'start',
    { clusters, directory },
  );
  const { rssMb, cpuMs } = await backend.call<{
    rssMb: number;
    cpuMs: number;
  }>('usage');
  const started = performance.now();
  const probe = (path: string): Probe => ({ url: `${url}${path}`, token });
  whenStarted({ clusters, probe });
  const live = probe('/api/clusters/v1/fleet?filter=connection:live&limit=1');
  for (;;) {
    const { body } = await send(live, { 'accept-encoding': 'identity' });
    const { totals }: FleetResponse = JSON.parse(body.toString('utf8'));
    if (totals.clusters === size.clusters) {
      break;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  return {
    fleet,
    backend,
    clusters,
    rssAtStartMb: rssMb,
    cpuAtStartMs: cpuMs,
    syncMs: performance.now() - started,
    probe,
    async end() {
      await Promise.all([fleet.end(), backend.end()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
