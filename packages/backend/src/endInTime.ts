/**
 * Platforms kill a process that has not ended after ten seconds, even during a
 * write.
 */
const PATIENCE_MS = 8_000;

/**
 * Ends the process in time after a signal. Without this, Backstage waits for
 * every client that has sent half of a request, and for every hook of every
 * plugin.
 */
export function endInTime(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      const timer = setTimeout(() => {
        process.stderr.write(
          `Not everything has ended ${PATIENCE_MS / 1_000} s after ${signal}\n`,
        );
        process.exit(1);
      }, PATIENCE_MS);
      timer.unref();
    });
  }
}
