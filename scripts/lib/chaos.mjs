import fs from 'node:fs';
import path from 'node:path';
import { longBench, seedArgument, whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'chaos.md');

/**
 * Three replicas follow a fleet while they are killed, paused and restarted at
 * random. Resolves to what failed, and tables of the measurements.
 */
export async function chaos(toolchain, { minutes, clusters, seed }) {
  return await longBench(toolchain, 'chaos', [
    ...['--minutes', String(minutes)],
    ...['--clusters', String(clusters)],
    ...seedArgument(seed),
  ]);
}

/** Runs it and writes its page, also when it fails. */
export async function chaosAndWritePage(toolchain, { minutes, clusters }) {
  const started = Date.now();
  const { failures, seed, tables } = await chaos(toolchain, {
    minutes,
    clusters,
  });
  if (tables) {
    fs.writeFileSync(
      pageFile,
      `# Chaos

Written by \`npm run long -- chaos\`: three replicas on one PostgreSQL follow simulated clusters of 20 nodes. Again and again, one replica is killed, paused (SIGSTOP), restarted, or restarted with a clock that is up to a minute off, or the database is slow or hangs. Twice a second, all replicas are asked which clusters they watch: no cluster may be without a watch for more than 30 seconds (5 when a replica is told to stop), and none may be watched by two for more than 30. Meanwhile clusters are made critical and healthy again one after the other: every running replica must show it, and the history must have it. CI does so for three minutes with 60 clusters.

${whenAndWhere(
  started,
)} ${clusters} clusters, ${minutes} minutes of faults, seed ${seed}.${
        clusters < 2_000
          ? ' The 2,000 clusters that `npm run long -- chaos` takes by default were not run here.'
          : ''
      }

${failures.length === 0 ? 'Nothing failed.' : failures.join('\n')}

${tables}`,
    );
  }
  return failures;
}
