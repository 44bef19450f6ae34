/** The time that a world lives in. Only tests set their own. */
export interface WorldClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once after some milliseconds; the answer cancels. */
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
