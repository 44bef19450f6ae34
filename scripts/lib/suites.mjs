import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkAdvisories } from './advisories/checkAdvisories.mjs';
import { apiReports, checkTypes } from './apiReports.mjs';
import { chaos } from './chaos.mjs';
import { checkConfigurations } from './checkConfigurations.mjs';
import { checkSite } from './docsSite/checkSite.mjs';
import { otherNode } from './otherNode.mjs';
import { jest } from './jest.mjs';
import { resultsDir, root } from './paths.mjs';
import {
  mutateThresholds,
  newSurvivors,
  reportSurvivors,
} from './mutation/mutateThresholds.mjs';
import { checkPacked } from './packed/checkPacked.mjs';
import { backstageCli, bin, run } from './run.mjs';
import { soak } from './soak.mjs';

const one = code =>
  code === 0
    ? { passed: 1, failed: 0, skipped: [] }
    : { passed: 0, failed: 1, skipped: [] };

/** Which tests of the browser run when. */
const browserTests = {
  quick: ['--grep-invert', '@long|@lifecycle|@bench'],
  long: ['--grep', '@long'],
  lifecycle: ['--grep', '@lifecycle'],
  bench: ['--grep', '@bench'],
};

/** What was expected and where: a run elsewhere leaves no other trace. */
function firstError(test) {
  const { message = '', location } =
    test?.results.flatMap(({ errors }) => errors)[0] ?? {};
  const where = location
    ? [`at ${path.relative(root, location.file)}:${location.line}`]
    : [];
  const lines = stripVTControlCharacters(message).split('\n').slice(0, 20);
  return [...lines, ...where].join('\n');
}

export async function browser(toolchain, which) {
  const output = path.join(resultsDir, 'browser.json');
  fs.rmSync(output, { force: true });
  const code = await run(
    toolchain,
    [
      bin('@playwright/test', 'cli.js'),
      'test',
      '-c',
      'e2e/playwright.config.ts',
      ...browserTests[which],
    ],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: output }, mostMinutes: 30 },
  );
  if (!fs.existsSync(output)) {
    return { passed: 0, failed: 1, skipped: [] };
  }
  const { stats, suites } = JSON.parse(fs.readFileSync(output, 'utf8'));
  const skipped = [];
  const failures = [];
  const walk = suite => {
    for (const spec of suite.specs ?? []) {
      const test = spec.tests[0];
      if (!spec.ok) {
        failures.push(`browser: ${spec.title}\n${firstError(test)}`);
      }
      if (test?.status === 'skipped') {
        const why = test.annotations?.find(a => a.type === 'skip')?.description;
        skipped.push(`browser: ${spec.title}${why ? ` (${why})` : ''}`);
      }
    }
    (suite.suites ?? []).forEach(walk);
  };
  suites.forEach(walk);
  let failed = stats.unexpected + stats.flaky;
  if (code !== 0 && failed === 0) {
    failed = 1;
  }
  return { passed: stats.expected, failed, skipped, failures };
}

/**
 * Hostile API servers, then objects, specs, repositories and answers of GitHub.
 *
 * @param seconds - of the test of the reader, and of each of the others
 */
export async function fuzz(toolchain, seconds, seed) {
  const env = forSeconds => ({
    CLUSTERWORKS_FUZZ_SECONDS: String(forSeconds),
    ...(seed !== undefined && { CLUSTERWORKS_FUZZ_SEED: String(seed) }),
  });
  // The test of the reader has time limits, and its servers run in a second
  // process, so it needs both cores.
  const reader = await jest(toolchain, {
    paths: ['clusters-backend/src/reader/fuzz'],
    env: env(seconds.reader),
  });
  const others = await jest(toolchain, {
    paths: [
      'cli/src/commands/render/hostileTree',
      'clusters-blueprint/src/fuzz',
      'clusters-changes-node/src/github/(fuzz|hostileRepository)',
      'clusters-health/src/assess/fuzz',
      'scaffolder-backend-module-clusters/src/actions/hostileWorkspace',
    ],
    env: env(seconds.others),
  });
  return {
    passed: reader.passed + others.passed,
    failed: reader.failed + others.failed,
    skipped: [...reader.skipped, ...others.skipped],
    failures: [reader, others].flatMap(({ failures = [] }) => failures),
    unsteady: [reader, others].flatMap(({ unsteady = [] }) => unsteady),
  };
}

/** Builds all packages as a release does; without `all` those that it publishes. */
export async function buildPackages(toolchain, { all = true } = {}) {
  const types = await checkTypes(toolchain);
  return one(
    types ||
      (await run(toolchain, [
        ...[backstageCli, 'repo', 'build'],
        ...(all ? ['--all'] : []),
      ])),
  );
}

/**
 * What `npm test` runs, in order: the quick checks first. They use one core
 * each, so two of them run at once; the others run `alone`.
 */
export const suites = [
  {
    name: 'types',
    run: async t => one(await checkTypes(t)),
  },
  {
    name: 'format',
    run: async t =>
      one(
        await run(t, [
          bin('prettier', 'bin-prettier.js'),
          '--check',
          '--loglevel',
          'warn',
          '.',
        ]),
      ),
  },
  {
    name: 'lint',
    run: async t =>
      one(
        (await run(t, [backstageCli, 'repo', 'lint', '--max-warnings', '0'])) ||
          // Files outside of the packages.
          (await run(t, [
            bin('eslint', 'bin', 'eslint.js'),
            ...['--max-warnings', '0', '--ext', '.js,.mjs,.ts'],
            ...['scripts', 'e2e'],
          ])),
      ),
  },
  {
    name: 'unused code',
    run: async t => {
      const knip = bin('knip', 'bin', 'knip.js');
      return one(await run(t, [knip, '--no-progress', '--no-config-hints']));
    },
  },
  {
    name: 'API reports',
    run: async t => one(await apiReports(t, { check: true })),
  },
  { name: 'configuration', run: checkConfigurations },
  { name: 'docs as a site', run: async () => checkSite() },
  { name: 'unit and integration', alone: true, run: t => jest(t) },
  { name: 'browser', alone: true, run: t => browser(t, 'quick') },
];

/**
 * Packages that use modules of Node and have quick tests. The rules and the
 * rendering of files use none: they run in browsers, too.
 */
const nodePackages = [
  'packages/cli',
  'plugins/catalog-backend-module-clusters',
  'plugins/clusters-changes-node',
  'plugins/clusters-node',
];

async function testOnOtherNode(toolchain) {
  const other = otherNode(toolchain);
  return other
    ? await jest(other, { paths: nodePackages })
    : { passed: 0, failed: 0, skipped: ['Node 22: none is pinned for here'] };
}

/** CI breaks the same things each time; `npm run long` others. */
const CI_SEED = 1;

/**
 * What `.ci/run` runs after `npm test`; `minutes` is how long each usually
 * takes on two cores. Where that is too long, the last ones are left out.
 */
export const longSuites = [
  {
    name: 'package builds',
    minutes: 6,
    alone: true,
    run: t => buildPackages(t),
  },
  // Packs the output of the build that ran just before.
  { name: 'packed packages', minutes: 1, alone: true, run: checkPacked },
  { name: 'launcher', minutes: 2, alone: true, run: t => browser(t, 'long') },
  {
    name: 'thresholds of the rules',
    minutes: 1,
    alone: true,
    run: async t => {
      const survivors = newSurvivors(
        await mutateThresholds(t, { rounds: 1, tested: true }),
      );
      reportSurvivors(survivors);
      return one(survivors.length);
    },
  },
  {
    name: 'unit tests on Node 22',
    minutes: 3,
    alone: true,
    run: testOnOtherNode,
  },
  {
    name: 'fuzz',
    minutes: 4,
    alone: true,
    run: t => fuzz(t, { reader: 60, others: 30 }),
  },
  {
    name: 'soak',
    minutes: 4,
    alone: true,
    run: async t => {
      const { failures } = await soak(t, 3, CI_SEED);
      return { ...one(failures.length), failures };
    },
  },
  {
    name: 'chaos',
    minutes: 5,
    alone: true,
    run: async t => {
      const { failures, skipped } = await chaos(t, {
        minutes: 3,
        clusters: 60,
        seed: CI_SEED,
      });
      return skipped
        ? { passed: 0, failed: 0, skipped: [skipped] }
        : { ...one(failures.length), failures };
    },
  },
  { name: 'advisories', minutes: 1, run: checkAdvisories },
];
