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

/**
 * What reading a cluster takes of the JavaScript heap, in bytes, without its
 * judgement and view. Nothing but the reader runs; at first some clusters are
 * read to compile what is used, then others that are measured.
 */
export async function heapOfReading(
  size: { clusters: number; nodes: number },
  kinds = allKinds.map(({ resource }): string => resource),
): Promise<number> {
  const fleet = new Worker(require.resolve('./fleetWorker'));
  const reader = new Worker(require.resolve('./readersWorker'));
  try {
    const clusters = await fleet.call<ReadableCluster[]>('start', size);
    const half = Math.floor(clusters.length / 2);
    const read = (some: ReadableCluster[]) =>
      reader.call<number>('read', { clusters: some, kinds });
    const before = await read(clusters.slice(0, half));
    const after = await read(clusters.slice(half));
    return (after - before) / (clusters.length - half);
  } finally {
    await Promise.all([fleet.end(), reader.end()]);
  }
}

/** Reports what reading a cluster and one watch take of the heap. */
export async function measureReaders(
  report: Report,
  size: { clusters: number; nodes: number },
): Promise<void> {
  const small = { ...size, nodes: 3 };
  const few = await heapOfReading(small, SMALL.slice(0, 1));
  const more = await heapOfReading(small, SMALL);
  for (const [metric, bytes] of [
    [
      `reading a cluster of ${size.nodes} nodes: JavaScript heap`,
      await heapOfReading(size),
    ],
    [
      'one more kind with its watch and few objects',
      (more - few) / (SMALL.length - 1),
    ],
  ] as const) {
    report.add({ metric, ours: bytes / 1_000, unit: 'kB' });
  }
}
