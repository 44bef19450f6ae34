import fs from 'node:fs';
import path from 'node:path';
import { longBench, whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

/** 3,000 clusters of 20 nodes. */
const LARGEST = 60_000;
const HISTORY_CLUSTERS = 1_000;
const pageFile = path.join(root, 'docs', 'scale.md');

/**
 * Measures fleets of growing sizes and the history of a large one, and writes
 * the page about it.
 */
export async function growthAndWritePage(toolchain, { nodes, clusters }) {
  const started = Date.now();
  const { failures, tables } = await longBench(toolchain, 'growth', [
    ...['--nodes', String(nodes)],
    ...['--clusters', String(clusters)],
  ]);
  if (tables) {
    const isWhole = nodes >= LARGEST && clusters >= HISTORY_CLUSTERS;
    fs.writeFileSync(pageFile, page({ started, tables, isWhole }));
  }
  return failures;
}

function page({ started, tables, isWhole }) {
  return `# Scale

Written by \`npm run long -- growth\`: one backend with the Kubernetes plugin, permissions and everything of this suite reads simulated clusters of growing number and size, with 2 pods of a service on each node and the heartbeats of kubelets and leaders. For each size, it is measured until every kind of every cluster was read, then for a minute of calm, then while pages are asked for; then databases are filled with history and asked. The API servers run on the same machine in another process.

${whenAndWhere(started)} ${
    isWhole ? '' : 'Sizes that are missing in the tables were not run here. '
  }Times and cores depend on the machine and on what else it does; memory, bytes, requests and rows do not.

What to request for a backend is in [Sizing](operate/sizing.md).

${tables}
${plan}`;
}

const plan = fs.readFileSync(
  path.join(root, 'scripts', 'lib', 'scalePlan.md'),
  'utf8',
);
