import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { longBench, whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const FULL_SIZE = 1_000;
const pageFile = path.join(root, 'docs', 'develop', 'questions.md');

/** Asks the questions of docs/use/query.md, and writes their times. */
export async function questionsAndWritePage(toolchain, clusters) {
  const started = Date.now();
  const { failures, tables } = await longBench(toolchain, 'questions', [
    '--clusters',
    String(clusters),
  ]);
  if (tables) {
    fs.writeFileSync(pageFile, page({ clusters, failures, tables, started }));
  }
  return failures;
}

function page({ clusters, failures, tables, started }) {
  const count = number => number.toLocaleString('en-US');
  return `# Times of questions

Written by \`npm run long -- questions\`: the portal of this repository, with its policy and a real catalog, reads ${count(
    clusters,
  )} simulated clusters of two nodes beside ${count(
    10 * clusters,
  )} other entities, of which two in three depend on a cluster. Entities are processed again every 30 minutes (\`catalog.processingInterval\`): with Backstage's two minutes, a catalog of 11,000 entities does nothing else. Then each of the [twenty questions](../use/query.md#twenty-questions) is asked 30 times over HTTP and 30 times over MCP: by the platform team, who may see all clusters, and by a member of a group that owns one in forty, for whom the policy answers with conditions. The clusters are healthy and alike, so that many questions find nothing; a unit test checks the answers. Times are those within which a half and 95 % of the answers came, and the CPU time that a half of them took of the portal (p50 / p95 / CPU p50); the p95 of no question may be more than 200 ms. The machine is shared, also with the simulated clusters: where an answer took much longer than its CPU time, it waited for a core.

${whenAndWhere(started)} Load of the machine at the end: ${os
    .loadavg()[0]
    .toFixed(1)} processes.${
    clusters < FULL_SIZE
      ? ' The 1,000 clusters and 10,000 other entities that `npm run long -- questions` takes by default were not run here.'
      : ''
  }

${
  failures.length === 0
    ? 'No question took longer.'
    : `Longer than 200 ms:\n\n${failures.map(one => `- ${one}`).join('\n')}`
}

${tables}`;
}
