import type { LongestSpan } from './Coverage';

/** Settings of a run. */
export interface ChaosOptions {
  minutes: number;
  clusters: number;
  seed: number;
}

/** What was measured while replicas were killed, paused and slowed down. */
export interface ChaosResult extends ChaosOptions {
  /** How long until each cluster was watched once, at the start. */
  startMs: number;
  /** How often each fault was started. */
  faults: Record<string, number>;
  unwatched: LongestSpan[];
  watchedTwice: LongestSpan[];
  verdicts: {
    /** Changes to critical that all running replicas showed. */
    changes: number;
    /** Of these, the changes that the history does not have. */
    lost: number;
    /** Changes that some replica did not show in time. */
    notShown: number;
    slowestMs: number;
  };
  /** Whether each cluster was watched once in the end. */
  whole: boolean;
}
