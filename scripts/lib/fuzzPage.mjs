import fs from 'node:fs';
import path from 'node:path';
import { whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'fuzz.md');

/** Writes the page of a long run of all fuzz tests. */
export function writeFuzzPage({ started, seconds, seed, result }) {
  const { passed, failed, failures } = result;
  fs.writeFileSync(
    pageFile,
    `# Fuzz

Written by \`npm run long -- fuzz\`: the fuzz tests of hostile API servers, objects, specs, repositories, trees, workspaces and answers of GitHub, each for ${seconds} seconds. Each is held to bounds on memory, time and turns of the event loop, which its test states. \`npm test\` runs them for seconds, CI for a minute; \`CLUSTERWORKS_FUZZ_SEED\` repeats a seed.

${whenAndWhere(started)} Seed ${seed}.

${passed} passed, ${failed} failed.
${failures.length > 0 ? `\n\`\`\`\n${failures.join('\n')}\n\`\`\`\n` : ''}`,
  );
}
