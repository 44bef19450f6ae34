const ignore = () => {};

/**
 * Waits for work, but no longer than until the signal is aborted: work that
 * depends on a server may never settle, even if its request was aborted.
 *
 * @param discard - receives a result that arrives too late, to close it
 * @throws the error of the work, or the reason of the signal
 */
export function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  discard: (late: T) => void = ignore,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason);
      work.then(discard).catch(ignore);
    };
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    const settle = () => signal.removeEventListener('abort', abort);
    work.then(
      value => {
        settle();
        resolve(value);
      },
      error => {
        settle();
        reject(error);
      },
    );
  });
}
