import fs from 'node:fs';
import path from 'node:path';
import { longBench, whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'benchmark.md');

/** Runs the benchmark several times and writes its page. */
export async function benchAndWritePage(toolchain, times) {
  const started = Date.now();
  const { failures, tables } = await longBench(toolchain, 'times', [
    String(times),
  ]);
  if (tables) {
    fs.writeFileSync(
      pageFile,
      `# Benchmark

Written by \`npm run long -- bench\`: \`npm run bench\` ${times} times, each in new processes. A backend with the Kubernetes plugin, permissions and everything of this suite reads simulated clusters; the API servers run on the same machine in another process. The peer is the Kubernetes plugin of Backstage, asked for the same clusters in the same run; _fails_ means that it gave no answer. What the sizes are is in the names; the fleet is 100 clusters of 100 nodes, the large one 1,000 of 50. Goals are for two cores that everything shares. Times depend on the machine and on what else it does, which the floor shows: a bare client that lists the same bytes, and does nothing with them.

${whenAndWhere(started)}

${failures.map(failure => `**${failure}.**\n\n`).join('')}${tables}`,
    );
  }
  return failures;
}
