import { stopSeconds } from './stopSeconds';

/**
 * Ends the process in time after a signal. Without this, Backstage waits for
 * every client that has sent half of a request, and for every hook of every
 * plugin.
 */
export function endInTime(): void {
  const seconds = stopSeconds(process.env.CLUSTERWORKS_STOP_SECONDS);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      const timer = setTimeout(() => {
        process.stderr.write(
          `Not everything has ended ${seconds} s after ${signal}\n`,
        );
        process.exit(1);
      }, seconds * 1_000);
      timer.unref();
    });
  }
}
