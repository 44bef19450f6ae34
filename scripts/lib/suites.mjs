import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { checkConfigurations } from './checkConfigurations.mjs';
import { root } from './paths.mjs';
import { tail } from './ProcessGroup.mjs';
import { heartbeat, say } from './progress.mjs';
import { backstageCli, bin, run } from './run.mjs';

export const resultsDir = path.join(root, 'test-results');

const one = code =>
  code === 0
    ? { passed: 1, failed: 0, skipped: [] }
    : { passed: 0, failed: 1, skipped: [] };

/** Of a green run nothing is printed: what all files say is in the log. */
function printFailures(report, log) {
  const failed = report.testResults.filter(({ status }) => status === 'failed');
  for (const { name, message } of failed) {
    process.stderr.write(`\n${path.relative(root, name)}\n${message}\n`);
  }
  if (failed.length > 0)
    say(`Everything that was printed: ${path.relative(root, log)}`);
}

async function jest(toolchain, { paths = [], env = {} } = {}) {
  const output = path.join(resultsDir, 'jest.json');
  const log = path.join(resultsDir, 'jest.log');
  fs.rmSync(output, { force: true });
  const stop = heartbeat(() => 'still testing', 60);
  const code = await run(
    toolchain,
    [
      backstageCli,
      'repo',
      'test',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${output}`,
      ...paths,
    ],
    {
      env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...env },
      stdout: 'ignore',
      stderr: log,
    },
  );
  stop();
  if (!fs.existsSync(output)) {
    process.stderr.write(`${tail(log)}\n`);
    return { passed: 0, failed: 1, skipped: [] };
  }
  const report = JSON.parse(fs.readFileSync(output, 'utf8'));
  printFailures(report, log);
  const skipped = report.testResults.flatMap(file =>
    file.assertionResults
      .filter(test =>
        ['pending', 'skipped', 'todo', 'disabled'].includes(test.status),
      )
      .map(test => `${path.relative(root, file.name)}: ${test.fullName}`),
  );
  let failed = report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
  if (code !== 0 && failed === 0) failed = 1;
  return { passed: report.numPassedTests, failed, skipped };
}

async function browser(toolchain, { long }) {
  const output = path.join(resultsDir, 'browser.json');
  fs.rmSync(output, { force: true });
  const code = await run(
    toolchain,
    [
      bin('@playwright/test', 'cli.js'),
      'test',
      '-c',
      'e2e/playwright.config.ts',
      ...(long ? ['--grep', '@long'] : ['--grep-invert', '@long']),
    ],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: output } },
  );
  if (!fs.existsSync(output)) return { passed: 0, failed: 1, skipped: [] };
  const { stats, suites } = JSON.parse(fs.readFileSync(output, 'utf8'));
  const skipped = [];
  const walk = suite => {
    for (const spec of suite.specs ?? []) {
      const test = spec.tests[0];
      if (test?.status === 'skipped') {
        const why = test.annotations?.find(a => a.type === 'skip')?.description;
        skipped.push(`browser: ${spec.title}${why ? ` (${why})` : ''}`);
      }
    }
    (suite.suites ?? []).forEach(walk);
  };
  suites.forEach(walk);
  let failed = stats.unexpected + stats.flaky;
  if (code !== 0 && failed === 0) failed = 1;
  return { passed: stats.expected, failed, skipped };
}

async function buildPackages(toolchain) {
  // Packages are built with their declarations, which the type check writes.
  const types = await run(toolchain, [bin('typescript', 'bin', 'tsc')]);
  return one(
    types || (await run(toolchain, [backstageCli, 'repo', 'build', '--all'])),
  );
}

/** What `npm test` runs, in order: the quick checks first. */
export const suites = [
  {
    name: 'types',
    run: async t =>
      one(
        await run(t, [
          bin('typescript', 'bin', 'tsc'),
          '--incremental',
          'false',
          '--noEmit',
        ]),
      ),
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
      one(await run(t, [backstageCli, 'repo', 'lint', '--max-warnings', '0'])),
  },
  { name: 'configuration', run: checkConfigurations },
  { name: 'unit and integration', run: t => jest(t) },
  { name: 'browser', run: t => browser(t, { long: false }) },
];

/** What `.ci/run` runs after `npm test`. */
export const longSuites = [
  { name: 'package builds', run: buildPackages },
  {
    name: 'hostile API servers',
    run: t =>
      jest(t, {
        paths: ['plugins/clusters-backend/src/reader/fuzz.test.ts'],
        env: { CLUSTERWORKS_FUZZ_SECONDS: '180' },
      }),
  },
  { name: 'launcher', run: t => browser(t, { long: true }) },
];
