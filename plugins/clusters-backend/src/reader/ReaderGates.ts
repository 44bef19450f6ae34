import { PageBuffers } from './PageBuffers';
import { Semaphore } from './Semaphore';
import { WorkQueue } from './WorkQueue';

/**
 * What all readers of a process share, so that a thousand clusters do not all
 * connect and list at once. Clusters that failed last time stand in a line of
 * their own: however many hang, the others are not kept waiting.
 */
export interface ReaderGates {
  /** Connections being opened to clusters that were fine so far. */
  connecting: Semaphore;
  /** Connections being opened to clusters that failed last time. */
  retrying: Semaphore;
  /** Pages of lists being read. */
  listing: Semaphore;
  /** Pages being read from clusters that failed or were slow last time. */
  relisting: Semaphore;
  /** Pages that are in memory as a whole: decompressed and being read. */
  unpacking: Semaphore;
  /** Memory for pages. */
  buffers: PageBuffers;
  /** What is done with pages, and judgements: a little per turn. */
  work: WorkQueue;
}

/** As many threads Node.js decompresses with, unless told otherwise. */
const UNPACKING = 4;

/** Gates for one process. */
export function createReaderGates(options?: {
  connections?: number;
  pages?: number;
}): ReaderGates {
  const connections = options?.connections ?? 16;
  const pages = options?.pages ?? 32;
  return {
    connecting: new Semaphore(connections),
    retrying: new Semaphore(connections),
    listing: new Semaphore(pages),
    relisting: new Semaphore(Math.ceil(pages / 2)),
    unpacking: new Semaphore(UNPACKING),
    buffers: new PageBuffers(UNPACKING),
    work: new WorkQueue(),
  };
}
