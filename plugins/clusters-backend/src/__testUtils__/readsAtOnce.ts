import type { ReadingProgress } from '../ownership/ClusterOwnership';

/** The progress of a backend that reads every cluster in no time. */
export const readsAtOnce: ReadingProgress = {
  room: Infinity,
  roomToMove: Infinity,
  isRead: () => true,
  cannotRead: () => false,
};
