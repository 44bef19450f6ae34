import type { Kind } from '@clusterworks/plugin-clusters-health';

/** Deadlines and sizes that keep one cluster from hurting the others. */
export interface ReaderLimits {
  /** Objects per page of a list. */
  pageSize: number;
  /** Largest page, after decompression, in bytes. */
  maxPageBytes: number;
  /** Maximum number of nodes, and of objects that exist once per node. */
  maxNodes: number;
  /**
   * Maximum number of pods, and of objects of other kinds that grow with the
   * pods.
   */
  maxPods: number;
  /** Maximum number of objects of each other kind. */
  maxOthers: number;
  /** Maximum memory for the facts of one cluster, in bytes. */
  maxFactBytes: number;
  /** Largest single watch event, in bytes. */
  maxEventBytes: number;
  /**
   * Maximum memory of one cluster for answers that are being received, in
   * bytes.
   */
  maxBytesUnderWay: number;
  /** Timeout for getting credentials, in milliseconds. */
  credentialsTimeoutMs: number;
  /** Timeout for opening a connection, in milliseconds. */
  connectTimeoutMs: number;
  /** Timeout from a request to the head of its answer, in milliseconds. */
  headersTimeoutMs: number;
  /** Timeout for one page of a list, in milliseconds. */
  pageTimeoutMs: number;
  /**
   * A server that takes longer for a page goes into the queue for slow servers.
   */
  slowPageMs: number;
  /** Timeout for all pages of a list, in milliseconds. */
  listTimeoutMs: number;
  /** Maximum silence of a watch; bookmarks arrive about every minute. */
  watchIdleTimeoutMs: number;
  /**
   * Duration requested for a watch; each watch draws between half and all of
   * it.
   */
  watchSeconds: number;
  /**
   * When no answer arrived for this long, the connection is tested with a
   * request.
   */
  livenessMs: number;
  /** How long facts stay `ok` while they cannot be updated. */
  graceMs: number;
  /** Maximum waiting time between two attempts. */
  maxBackoffMs: number;
  /**
   * Waiting time before a kind that is forbidden or absent is requested again.
   */
  refusedRetryMs: number;
  /** Waiting time before a kind with too many objects is requested again. */
  tooLargeRetryMs: number;
  /** How many lists of one cluster may run at the same time. */
  listsPerCluster: number;
}

/** Limits that suit clusters of up to several thousand nodes. */
export const defaultReaderLimits: ReaderLimits = {
  pageSize: 500,
  maxPageBytes: 32 * 1024 * 1024,
  // So many nodes are assessed without blocking the event loop for more than a
  // quarter of a second at once, even if every object has a problem: `npm run
  // bench` measures it.
  maxNodes: 5_000,
  maxPods: 50_000,
  maxOthers: 1_000,
  maxFactBytes: 256 * 1024 * 1024,
  maxEventBytes: 4 * 1024 * 1024,
  maxBytesUnderWay: 64 * 1024 * 1024,
  credentialsTimeoutMs: 10_000,
  connectTimeoutMs: 5_000,
  headersTimeoutMs: 10_000,
  pageTimeoutMs: 60_000,
  slowPageMs: 10_000,
  listTimeoutMs: 600_000,
  watchIdleTimeoutMs: 90_000,
  watchSeconds: 1_800,
  livenessMs: 30_000,
  graceMs: 10_000,
  maxBackoffMs: 20_000,
  refusedRetryMs: 15_000,
  tooLargeRetryMs: 60_000,
  listsPerCluster: 4,
};

/** The maximum number of objects of a kind. */
export function mostOf(
  { asManyAs }: Pick<Kind, 'asManyAs'>,
  limits: ReaderLimits,
): number {
  switch (asManyAs) {
    case 'nodes':
      return limits.maxNodes;
    case 'pods':
      return limits.maxPods;
    default:
      return limits.maxOthers;
  }
}
