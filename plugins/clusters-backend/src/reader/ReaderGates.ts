import { getHeapStatistics } from 'node:v8';
import { AwaitedVerdicts } from './AwaitedVerdicts';
import { EventLoopLoad } from './EventLoopLoad';
import { MemoryBudget } from './MemoryBudget';
import { PageBuffers } from './PageBuffers';
import { Semaphore } from './Semaphore';
import { Turns } from './Turns';
import { WorkQueue } from './WorkQueue';

/**
 * Limits that all readers of a process share, so that a thousand clusters do
 * not all connect and list at once. Clusters that failed last time have a queue
 * of their own, so that unresponsive clusters do not delay the others.
 */
export interface ReaderGates {
  /** For connections to clusters whose last attempt succeeded. */
  connecting: Semaphore;
  /** For connections to clusters whose last attempt failed. */
  retrying: Semaphore;
  /** For pages of lists. */
  listing: Semaphore;
  /** For pages from clusters that failed or were slow last time. */
  relisting: Semaphore;
  /** Clusters that wait for their first verdict: their pages come first. */
  awaited: AwaitedVerdicts;
  /** Numbers the clusters in the order in which their lists begin. */
  turns: Turns;
  /**
   * For pages that are completely in memory while they are decompressed and
   * read.
   */
  unpacking: Semaphore;
  /** Buffers for pages. */
  buffers: PageBuffers;
  /** The memory budget for the facts of all clusters together. */
  facts: MemoryBudget;
  /**
   * Runs the reading of pages and the assessments, a little per turn of the
   * event loop.
   */
  work: WorkQueue;
  /** How busy the process is, which decides how often large clusters are judged. */
  load: EventLoopLoad;
}

/**
 * So many pages that no verdict needs may be fetched and read at once while
 * some cluster waits for its first verdict.
 */
const LATER_PAGES = 4;

/** The default number of threads with which Node.js decompresses. */
const UNPACKING = 4;

/** Creates the gates of one process. */
export function createReaderGates(options?: {
  connections?: number;
  pages?: number;
  factBytes?: number;
}): ReaderGates {
  const connections = options?.connections ?? 16;
  const pages = options?.pages ?? 32;
  const awaited = new AwaitedVerdicts();
  const mostLater = () => (awaited.some ? LATER_PAGES : Infinity);
  const listing = new Semaphore(pages, mostLater);
  const relisting = new Semaphore(Math.ceil(pages / 2), mostLater);
  awaited.onNone(() => {
    listing.admit();
    relisting.admit();
  });
  return {
    connecting: new Semaphore(connections),
    retrying: new Semaphore(connections),
    listing,
    relisting,
    awaited,
    turns: new Turns(),
    unpacking: new Semaphore(UNPACKING),
    buffers: new PageBuffers(UNPACKING),
    facts: new MemoryBudget(
      options?.factBytes ?? getHeapStatistics().heap_size_limit / 2,
      'Facts about all clusters',
    ),
    work: new WorkQueue(),
    load: new EventLoopLoad(),
  };
}
