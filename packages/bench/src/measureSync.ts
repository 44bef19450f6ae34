import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { percentile, type Probe, send } from './lib/measure';
import type { Report } from './lib/Report';
import type { BenchBackend } from './lib/startBackend';
import { ourCluster } from './probes';

/** Time between two views of a page while the other clusters are read. */
const VIEW_MS = 20;
const QUIET_MS = 5_000;
/**
 * Requests per cluster in that time, when all is read; Leases are listed every
 * 25 s.
 */
const QUIET_REQUESTS = 0.5;

/** States of a kind that is not read yet. */
const UNREAD: ReadonlySet<string> = new Set(['reading', 'notCollected']);

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/**
 * Whether every kind of a cluster was read, not only the kinds that a verdict
 * needs.
 */
async function wasRead(bench: BenchBackend, id: string): Promise<boolean> {
  const { body } = await send(bench.probe(ourCluster(id)), {
    'accept-encoding': 'identity',
  });
  const { assessment }: ClusterDetail = JSON.parse(body.toString('utf8'));
  return (
    assessment !== undefined &&
    assessment.sources.every(({ state }) => !UNREAD.has(state))
  );
}

/** Waits until everything of every cluster was read. */
export async function allRead(bench: BenchBackend): Promise<void> {
  for (const { id } of bench.clusters) {
    while (!(await wasRead(bench, id))) {
      await pause(250);
    }
  }
}

/**
 * Waits until the API servers get hardly more requests than in normal
 * operation.
 */
async function quiet(bench: BenchBackend): Promise<void> {
  const requests = () => bench.fleet.call<number>('requests');
  let before = -Infinity;
  let now = await requests();
  while (now - before > bench.clusters.length * QUIET_REQUESTS) {
    await pause(QUIET_MS);
    before = now;
    now = await requests();
  }
}

/** Views one page repeatedly until the results are requested. */
export class PageViews {
  readonly #times: number[] = [];
  #stopped = false;
  readonly #viewed: Promise<void>;

  constructor({ clusters, probe }: Pick<BenchBackend, 'clusters' | 'probe'>) {
    this.#viewed = this.#view(probe(ourCluster(clusters[0].id)));
    // The error is thrown when the times are requested.
    this.#viewed.catch(() => {});
  }

  /** Stops viewing; how long each view took, in milliseconds. */
  async times(): Promise<number[]> {
    this.#stopped = true;
    await this.#viewed;
    return this.#times;
  }

  async #view(page: Probe): Promise<void> {
    while (!this.#stopped) {
      const before = performance.now();
      await send(page);
      this.#times.push(performance.now() - before);
      await pause(VIEW_MS);
    }
  }
}

function addViews(report: Report, what: string, times: number[]): void {
  const rows = [
    ['p99', percentile(times, 0.99), 20],
    ['longest', Math.max(...times), 50],
  ] as const;
  for (const [name, ours, goal] of rows) {
    report.add({
      metric: `cluster page while ${what}, ${name}`,
      ours,
      unit: 'ms',
      goal: `${goal} ms`,
      met: ours <= goal,
    });
  }
}

/**
 * The latency of a page while all clusters are read: first in a process that
 * has just started, then again after it has run for a while. Ends when the
 * load is normal again.
 */
export async function measureSync(
  report: Report,
  bench: BenchBackend,
  firstViews: PageViews,
): Promise<void> {
  const count = bench.clusters.length;
  await allRead(bench);
  addViews(
    report,
    `${count} clusters are first read`,
    await firstViews.times(),
  );
  await quiet(bench);
  const views = new PageViews(bench);
  await bench.fleet.call('forget');
  await quiet(bench);
  addViews(report, `${count} clusters are read again`, await views.times());
}
