import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { resultsDir, root } from './paths.mjs';
import { tail } from './ProcessGroup.mjs';
import { heartbeat, say } from './progress.mjs';
import { backstageCli, run } from './run.mjs';

/**
 * A run without failures prints nothing; the output of all files is in the
 * log.
 */
function printFailures(failed, log) {
  for (const { name, message } of failed) {
    process.stderr.write(`\n${path.relative(root, name)}\n${message}\n`);
  }
  if (failed.length > 0) {
    say(`Everything that was printed: ${path.relative(root, log)}`);
  }
}

/** What the summary says about a failed test file. */
function describeFailure({ name, message }) {
  const lines = stripVTControlCharacters(message).split('\n');
  return [path.relative(root, name), ...lines.slice(0, 30)].join('\n');
}

/** If more files than this fail, it is no accident. */
const mostUnsteadyFiles = 2;

/**
 * Runs the files that failed in parallel again, alone. Files that then pass
 * are listed as unsteady in the summary of all suites: each is a bug of a test
 * or of the product, but not necessarily caused by the current change. A
 * counterexample of a property test is not tried again: the next run would try
 * other values, and pass.
 */
export async function jest(toolchain, options) {
  const { files, hasCounterexample, ...first } = await runJest(
    toolchain,
    options,
  );
  const mayBeUnsteady = files.length > 0 && files.length <= mostUnsteadyFiles;
  if (!mayBeUnsteady || hasCounterexample) {
    return first;
  }
  say(`once more, alone: ${files.join(', ')}`);
  const again = await runJest(toolchain, {
    ...options,
    // One worker is this process of jest, which what a test left open would
    // keep from ending.
    paths: ['--forceExit', '--runTestsByPath', ...files],
    workers: 1,
    results: 'jest-again',
  });
  return again.failed > 0
    ? first
    : {
        ...first,
        passed: first.passed + first.failed,
        failed: 0,
        failures: [],
        unsteady: first.failures,
      };
}

/**
 * A worker whose heap is larger than this after a file is replaced, and the new
 * one compiles all modules again. The default of Backstage, 1000 MB, replaces
 * it every few files.
 */
function workerMebibytes() {
  const total = Math.min(
    os.totalmem(),
    // In a container; 0 or more than there is without a limit.
    process.constrainedMemory?.() || Infinity,
  );
  const twelfth = total / 2 ** 20 / 12;
  return Math.round(Math.min(Math.max(twelfth, 1_000), 2_000));
}

async function runJest(
  toolchain,
  { paths = [], env = {}, workers = 2, results = 'jest' } = {},
) {
  const output = path.join(resultsDir, `${results}.json`);
  const log = path.join(resultsDir, `${results}.log`);
  fs.rmSync(output, { force: true });
  const stop = heartbeat(() => 'still testing', 60);
  const code = await run(
    toolchain,
    [
      backstageCli,
      'repo',
      'test',
      `--maxWorkers=${workers}`,
      `--workerIdleMemoryLimit=${workerMebibytes()}M`,
      '--json',
      `--outputFile=${output}`,
      ...paths,
    ],
    {
      env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...env },
      stdout: 'ignore',
      stderr: log,
      mostMinutes: 45,
    },
  );
  stop();
  if (!fs.existsSync(output)) {
    process.stderr.write(`${tail(log)}\n`);
    return {
      ...{ passed: 0, failed: 1, skipped: [], files: [] },
      failures: ['jest ended without a report'],
    };
  }
  const report = JSON.parse(fs.readFileSync(output, 'utf8'));
  const failedFiles = report.testResults.filter(
    ({ status }) => status === 'failed',
  );
  printFailures(failedFiles, log);
  const skipped = report.testResults.flatMap(file =>
    file.assertionResults
      .filter(test =>
        ['pending', 'skipped', 'todo', 'disabled'].includes(test.status),
      )
      .map(test => `${path.relative(root, file.name)}: ${test.fullName}`),
  );
  let failed = report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
  if (code !== 0 && failed === 0) {
    failed = 1;
  }
  return {
    passed: report.numPassedTests,
    failed,
    skipped,
    failures: failedFiles.map(describeFailure),
    files: failedFiles.map(({ name }) => path.relative(root, name)),
    // The words of fast-check.
    hasCounterexample: failedFiles.some(({ message }) =>
      message.includes('Property failed after'),
    ),
  };
}
