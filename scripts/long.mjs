import { parseArgs } from 'node:util';
import { adopt } from './lib/adopt.mjs';
import { benchAndWritePage } from './lib/benchPage.mjs';
import { chaosAndWritePage } from './lib/chaos.mjs';
import { writeFuzzPage } from './lib/fuzzPage.mjs';
import { growthAndWritePage } from './lib/growth.mjs';
import { LaunchError, runMain } from './lib/LaunchError.mjs';
import { lifecycleAndWritePage } from './lib/lifecycle.mjs';
import {
  mutateThresholds,
  reportSurvivors,
  writeMutationPage,
} from './lib/mutation/mutateThresholds.mjs';
import { prepare } from './lib/prepare.mjs';
import { propertyTests } from './lib/propertyTests.mjs';
import { say } from './lib/progress.mjs';
import { questionsAndWritePage } from './lib/questions.mjs';
import { soakAndWritePage } from './lib/soak.mjs';
import { buildPackages, fuzz } from './lib/suites.mjs';

// npm run long -- <name>: what takes too long for CI, which runs a short form of it.
// Each writes a page of docs/develop.
const checks = {
  async mutation(toolchain) {
    const results = await mutateThresholds(toolchain);
    writeMutationPage(results);
    reportSurvivors(results);
    return results.every(({ caught }) => caught) ? 0 : 1;
  },

  /** For an hour, or `--minutes 20`. */
  async soak(toolchain, { minutes = 60 }) {
    const failures = await soakAndWritePage(toolchain, minutes);
    failures.forEach(say);
    return failures.length;
  },

  /** 2,000 clusters for half an hour, or `--minutes 3 --clusters 60`. */
  async chaos(toolchain, { minutes = 30, clusters = 2_000 }) {
    const failures = await chaosAndWritePage(toolchain, { minutes, clusters });
    failures.forEach(say);
    return failures.length;
  },

  /** `npm run bench` three times, or `--times 5`. */
  async bench(toolchain, { times = 3 }) {
    const failures = await benchAndWritePage(toolchain, times);
    failures.forEach(say);
    return failures.length;
  },

  /** With 1,000 clusters and 10,000 other entities, or `--clusters 50`. */
  async questions(toolchain, { clusters = 1_000 }) {
    const failures = await questionsAndWritePage(toolchain, clusters);
    failures.forEach(say);
    return failures.length;
  },

  /**
   * Up to 3,000 clusters, or `--nodes 6000`: sizes with more nodes in all are
   * left out. History of 1,000 clusters, or `--clusters 100`.
   */
  async growth(toolchain, { nodes = 60_000, clusters = 1_000 }) {
    const failures = await growthAndWritePage(toolchain, { nodes, clusters });
    failures.forEach(say);
    return failures.length;
  },

  /** All changes of a cluster in the browser. */
  async lifecycle(toolchain) {
    return await lifecycleAndWritePage(toolchain);
  },

  async adopt(toolchain) {
    const { failed } = await buildPackages(toolchain, { all: false });
    return failed || (await adopt(toolchain));
  },

  /** Each fuzz test for ten minutes, or `--minutes 3`, and the property tests. */
  async fuzz(toolchain, { minutes = 10, seed = Date.now() % 1e9 }) {
    const started = Date.now();
    const seconds = minutes * 60;
    say(`seed ${seed}`);
    const result = await fuzz(
      toolchain,
      { reader: seconds, others: seconds },
      seed,
    );
    const properties = await propertyTests(toolchain, seed);
    writeFuzzPage({ started, seconds, seed, result, properties });
    return result.failed + properties.failed;
  },
};

await runMain(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      clusters: { type: 'string' },
      minutes: { type: 'string' },
      nodes: { type: 'string' },
      seed: { type: 'string' },
      times: { type: 'string' },
    },
  });
  const check = checks[positionals[0]];
  if (!check) {
    throw new LaunchError(
      `npm run long -- <name>: ${Object.keys(checks).join(', ')}`,
    );
  }
  const { toolchain } = await prepare();
  const numbers = Object.entries(values).map(([name, text]) => [
    name,
    Number(text),
  ]);
  return (await check(toolchain, Object.fromEntries(numbers))) > 0 ? 1 : 0;
});
