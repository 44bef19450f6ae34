import { allKinds } from '@clusterworks/plugin-clusters-health';
import type { Report } from './lib/Report';
import type { ReadableCluster } from './lib/targetOfCluster';
import { Worker } from './lib/worker';

/** Kinds of which the clusters of this measurement have few objects. */
const SMALL = [
  'volumeattachments',
  'ciliumidentities',
  'poddisruptionbudgets',
  'configmaps',
  'ec2nodeclasses',
  'nodepools',
];

/** What reading takes of the JavaScript heap, in bytes. */
export interface HeapOfReading {
  /** One cluster with all kinds, without its judgement and view. */
  cluster: number;
  /** One open watch with the few facts of a small kind. */
  watch: number;
}

/**
 * Reads clusters with nothing but the reader, at first some to compile what is
 * used, then others that are measured.
 */
async function heapOf(
  clusters: readonly ReadableCluster[],
  kinds: readonly string[],
): Promise<number> {
  const worker = new Worker(require.resolve('./readersWorker'));
  try {
    const half = Math.floor(clusters.length / 2);
    const [first, second] = [clusters.slice(0, half), clusters.slice(half)];
    const before = await worker.call<number>('read', {
      clusters: first,
      kinds,
    });
    const after = await worker.call<number>('read', {
      clusters: second,
      kinds,
    });
    return (after - before) / second.length;
  } finally {
    await worker.end();
  }
}

/** Measures what reading a cluster and one watch take of the heap. */
export async function heapOfReading(size: {
  clusters: number;
  nodes: number;
}): Promise<HeapOfReading> {
  const fleet = new Worker(require.resolve('./fleetWorker'));
  try {
    const clusters = await fleet.call<ReadableCluster[]>('start', size);
    const one = await heapOf(clusters, SMALL.slice(0, 1));
    const small = await heapOf(clusters, SMALL);
    return {
      cluster: await heapOf(
        clusters,
        allKinds.map(({ resource }) => resource),
      ),
      watch: (small - one) / (SMALL.length - 1),
    };
  } finally {
    await fleet.end();
  }
}

/** Reports what reading a cluster takes of the heap. */
export async function measureReaders(
  report: Report,
  size: { clusters: number; nodes: number },
): Promise<void> {
  const { cluster, watch } = await heapOfReading(size);
  const what = `reading a cluster of ${size.nodes} nodes`;
  for (const [metric, bytes] of [
    [`${what}: JavaScript heap`, cluster],
    ['of that, each open watch', watch],
  ] as const) {
    report.add({ metric, ours: bytes / 1_000, unit: 'kB' });
  }
}
