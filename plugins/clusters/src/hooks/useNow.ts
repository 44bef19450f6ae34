import { createContext, useContext, useEffect, useState } from 'react';

const TICK_MS = 5_000;
const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// All relative times of the page share one timer, which runs only while there
// are any.
function subscribe(listener: (now: number) => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    const now = Date.now();
    listeners.forEach(notify => notify(now));
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const StoppedAt = createContext<number | undefined>(undefined);

/** Within, it is always this time, in milliseconds since 1970. */
export const StoppedClock = StoppedAt.Provider;

/** The time in milliseconds since 1970, which moves on every five seconds. */
export function useNow(): number {
  const stoppedAt = useContext(StoppedAt);
  const [now, setNow] = useState(() => Date.now());
  const isStopped = stoppedAt !== undefined;
  useEffect(() => (isStopped ? undefined : subscribe(setNow)), [isStopped]);
  return stoppedAt ?? now;
}
