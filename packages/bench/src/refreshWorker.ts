import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Kind } from '@clusterworks/plugin-clusters-health';
import {
  ClusterReader,
  createReaderGates,
  defaultReaderLimits,
} from './clustersBackendInternals';
import { type ReadableCluster, targetOfCluster } from './lib/targetOfCluster';
import { serve } from './lib/worker';

/**
 * Time between two checks of what was read; each check takes time from the
 * reader.
 */
const LOOK_MS = 5;

serve({
  /** Reads everything of one cluster once. */
  async refresh(cluster: ReadableCluster) {
    const target = targetOfCluster(cluster);
    const delay = monitorEventLoopDelay({ resolution: 2 });
    const rssBefore = process.memoryUsage().rss;
    const started = performance.now();
    const cpu = process.cpuUsage();
    const reader = new ClusterReader({
      target,
      limits: defaultReaderLimits,
      gates: createReaderGates(),
      onChange() {},
    });
    delay.enable();
    reader.start();
    const isOk = (which: (kind: Kind) => boolean) =>
      reader
        .facts(Date.now())
        .resources.every(({ kind, state }) => state === 'ok' || !which(kind));
    while (!isOk(({ required }) => required)) {
      await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    }
    const verdictMs = performance.now() - started;
    while (!isOk(() => true)) {
      await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    }
    const wallMs = performance.now() - started;
    delay.disable();
    const { user, system } = process.cpuUsage(cpu);
    const objects = reader
      .facts(Date.now())
      .resources.reduce((sum, { items }) => sum + items.length, 0);
    await reader.stop();
    return {
      verdictMs,
      wallMs,
      cpuMs: (user + system) / 1_000,
      stallMs: delay.max / 1e6,
      addedMb: (process.memoryUsage().rss - rssBefore) / 1e6,
      objects,
    };
  },
});
