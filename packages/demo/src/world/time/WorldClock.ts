/** The clock of a world. Only tests set their own. */
export interface WorldClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Calls back once after some milliseconds; returns a function that cancels.
   */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Real time. */
export const realClock: WorldClock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
