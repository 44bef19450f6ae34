import fs from 'node:fs';
import path from 'node:path';
import { longBench, seedArgument, whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'soak.md');

/**
 * A backend reads 100 clusters whose servers break and restart at random.
 * Resolves to the metrics that did not stay level, and tables of the
 * measurements.
 */
export async function soak(toolchain, minutes, seed) {
  return await longBench(toolchain, 'soak', [
    ...['--minutes', String(minutes)],
    ...seedArgument(seed),
  ]);
}

/** Runs the soak and writes its page, also when it fails. */
export async function soakAndWritePage(toolchain, minutes) {
  const started = Date.now();
  const result = await soak(toolchain, minutes);
  const { failures, tables } = result;
  if (tables) {
    fs.writeFileSync(pageFile, page({ ...result, started }));
  }
  return failures;
}

function page({ minutes, seed, tables, failures, started }) {
  return `# Soak

Written by \`npm run long -- soak\`: a backend reads 100 simulated clusters of 20 nodes. In each round, one in five servers is broken every few seconds: it hangs, answers slowly, with an error or with nonsense, is restarted, or forgets its past. Then all are mended, and once all clusters are live again, a sample is taken after a garbage collection: memory, timers, sockets, and rows in the database, where history is kept for half a minute. After the first third of the time, the trend of each (the median of all slopes) must not rise by more than is allowed, and timers and sockets must be as many as in the first sample, before anything was broken. CI does so for three minutes.

${whenAndWhere(started)} Seed ${seed}.${
    minutes < 60
      ? ' The hour that `npm run long -- soak` takes by default was not run here.'
      : ''
  }

${failures.length === 0 ? 'All stayed level.' : failures.join('\n')}

${tables}`;
}
