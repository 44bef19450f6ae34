/** Deadlines and sizes that keep one cluster from hurting the others. */
export interface ReaderLimits {
  /** Objects per page of a list. */
  pageSize: number;
  /** Largest page, after decompression, in bytes. */
  maxPageBytes: number;
  /** Most objects of one kind that are read. */
  maxObjects: number;
  /** Memory that the facts of one cluster may take up, in bytes. */
  maxFactBytes: number;
  /** Largest single watch event, in bytes. */
  maxEventBytes: number;
  /** Memory that one cluster may take up for answers under way, in bytes. */
  maxBytesUnderWay: number;
  /** To get credentials, in milliseconds. */
  credentialsTimeoutMs: number;
  /** To open a connection, in milliseconds. */
  connectTimeoutMs: number;
  /** From a request to the head of its answer, in milliseconds. */
  headersTimeoutMs: number;
  /** For one page of a list, in milliseconds. */
  pageTimeoutMs: number;
  /** A server that takes longer for a page no longer keeps others waiting. */
  slowPageMs: number;
  /** For all pages of a list, in milliseconds. */
  listTimeoutMs: number;
  /** Longest silence of a watch; bookmarks come about every minute. */
  watchIdleTimeoutMs: number;
  /** How long a watch is asked to last; drawn between half and all of it. */
  watchSeconds: number;
  /** How long no answer at all may pass before the server is asked for life. */
  livenessMs: number;
  /** How long facts stay `ok` while nothing more can be read. */
  graceMs: number;
  /** Longest wait between two attempts. */
  maxBackoffMs: number;
  /** Wait before asking again for a kind that is forbidden or absent. */
  refusedRetryMs: number;
  /** Wait before asking again for a kind of which there is too much. */
  tooLargeRetryMs: number;
  /** Lists that one cluster may have under way. */
  listsPerCluster: number;
}

/** Limits that suit clusters of up to some thousands of nodes. */
export const defaultReaderLimits: ReaderLimits = {
  pageSize: 500,
  maxPageBytes: 32 * 1024 * 1024,
  maxObjects: 50_000,
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
