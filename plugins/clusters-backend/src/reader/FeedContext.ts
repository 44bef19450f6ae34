import type { ClusterConnection } from './ClusterConnection';
import type { KubeClient } from './KubeClient';
import type { ListLane } from './ListLane';
import type { MemoryBudget } from './MemoryBudget';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { Semaphore } from './Semaphore';

/** The objects that all feeds of a cluster share. */
export interface FeedContext {
  client: KubeClient;
  connection: ClusterConnection;
  limits: ReaderLimits;
  gates: ReaderGates;
  /** Limits how many lists of this cluster run at once. */
  listing: Semaphore;
  /** The way that this cluster's lists go. */
  lane: ListLane;
  /** The budget for facts. */
  memory: MemoryBudget;
  /** Called when facts or the state of a feed changed. */
  /** @param isFirstList - whether a kind was listed for the first time */
  onChange(isFirstList: boolean): void;
}
