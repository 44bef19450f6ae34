import fs from 'node:fs';
import path from 'node:path';
import { whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'fuzz.md');

/** Writes the page of a long run of all fuzz tests. */
export function writeFuzzPage({ started, seconds, seed, result, properties }) {
  const failures = [...result.failures, ...(properties.failures ?? [])];
  fs.writeFileSync(
    pageFile,
    `# Fuzz

Written by \`npm run long -- fuzz\`: the fuzz tests of hostile API servers, objects, specs, repositories, trees, workspaces and answers of GitHub, each for ${seconds} seconds. Each is held to bounds on memory, time and turns of the event loop, which its test states. Then all property tests run with the same seed. \`npm test\` runs the fuzz tests for seconds and CI for a minute, always with seed 1: what they find depends on nothing but the code. \`CLUSTERWORKS_FUZZ_SEED\` repeats another seed.

${whenAndWhere(started)} Seed ${seed}.

Fuzz tests: ${result.passed} passed, ${result.failed} failed. Property tests: ${
      properties.passed
    } passed, ${properties.failed} failed.
${failures.length > 0 ? `\n\`\`\`\n${failures.join('\n')}\n\`\`\`\n` : ''}`,
  );
}
