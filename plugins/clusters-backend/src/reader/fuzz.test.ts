import { fork } from 'node:child_process';
import type { FuzzReport } from '../__testUtils__/hostile/FuzzReport';
import type { FuzzOptions } from '../__testUtils__/hostile/fuzzReader';

/** Longer where there is time for it: `CLUSTERWORKS_FUZZ_SECONDS=180`. */
const seconds = Number(process.env.CLUSTERWORKS_FUZZ_SECONDS ?? 4);
const seed = Number(process.env.CLUSTERWORKS_FUZZ_SEED ?? Date.now() % 1e9);

/** Reads in a process of its own, which any unhandled rejection would end. */
function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  return new Promise((resolve, reject) => {
    const child = fork(require.resolve('../__testUtils__/hostile/fuzzReader'), {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.on('data', piece => {
      errors = `${errors}${piece}`.slice(-4_000);
    });
    // Backstage's loader of TypeScript sends messages of its own.
    child.on('message', (message: Partial<FuzzReport>) => {
      if (message.failures) {
        resolve(message as FuzzReport);
      }
    });
    child.once('exit', code =>
      reject(new Error(`The reader ended with code ${code}: ${errors}`)),
    );
    child.send(options);
  });
}

describe(`hostile API servers, seed ${seed}`, () => {
  it(
    'cost a bounded amount of time and memory, and harm nobody',
    async () => {
      const report = await fuzz({ seed, seconds });
      expect(report.failures).toEqual([]);
      expect(report.servers).toBeGreaterThan(seconds);
      // Much of the reader was reached, not just its front door.
      expect(Object.keys(report.states)).toEqual(
        expect.arrayContaining(['ok', 'stale', 'unreachable', 'forbidden']),
      );
      expect(report.longestStopMs).toBeLessThan(1_000);
      expect(report.longestTurnMs).toBeLessThan(1_000);
      expect(report.peakMebibytes).toBeLessThan(700);
      expect(report.leftMebibytes).toBeLessThan(60);
      expect(report.neighbourLost).toBe(0);
    },
    (seconds + 60) * 1_000,
  );
});
