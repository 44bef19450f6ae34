import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { inLanes } from './lib/inLanes.mjs';
import { LaunchError, runMain } from './lib/LaunchError.mjs';
import { say } from './lib/progress.mjs';
import { resultsDir } from './lib/paths.mjs';
import { longSuites, suites } from './lib/suites.mjs';
import { prepare } from './lib/prepare.mjs';

// npm test                     everything that needs nothing more than Node and git
// npm test -- --only types     the suites whose name contains the word
// node scripts/test.mjs --long the longer checks of .ci/run, added to the last `npm test`
//   --within 57                those that fit into so many minutes since `npm test` began;
//                              the others are named as skipped
const summaryFile = path.join(resultsDir, 'summary.json');

function readPrevious() {
  if (!fs.existsSync(summaryFile)) {
    throw new LaunchError(
      '--long adds to the last `npm test`, and there was none.',
    );
  }
  return JSON.parse(fs.readFileSync(summaryFile, 'utf8'));
}

/**
 * A machine that needs too long for the whole says so, instead of being ended
 * by whoever waits for it, with no result at all.
 */
function noTimeFor({ name, minutes }, passed) {
  const why = `${passed.toFixed(0)} minutes had passed, it takes ${minutes}`;
  return { passed: 0, failed: 0, skipped: [`${name}: ${why}`] };
}

async function main() {
  const args = process.argv.slice(2);
  const long = args.includes('--long');
  const valueOf = option =>
    args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
  const only = valueOf('--only');
  const totals = long
    ? readPrevious()
    : {
        ...{ passed: 0, failed: 0, skipped: [], failures: [], unsteady: [] },
        started: Date.now(),
      };
  const mostMinutes = Number(valueOf('--within') ?? Infinity);
  const { toolchain } = await prepare();
  fs.mkdirSync(resultsDir, { recursive: true });
  const chosen = (long ? longSuites : suites).filter(
    suite => !only || suite.name.includes(only),
  );
  const lines = await inLanes(
    chosen,
    Math.min(2, os.cpus().length),
    async suite => {
      say(`${suite.name} …`);
      const started = Date.now();
      const passed = (started - totals.started) / 60_000;
      const result =
        passed + suite.minutes > mostMinutes
          ? noTimeFor(suite, passed)
          : await suite.run(toolchain);
      totals.passed += result.passed;
      totals.failed += result.failed;
      totals.skipped.push(...result.skipped);
      totals.unsteady.push(...(result.unsteady ?? []));
      totals.failures.push(
        ...(result.failed > 0 ? result.failures ?? [suite.name] : []),
      );
      const line = `${suite.name}: ${result.passed} passed, ${
        result.failed
      } failed, ${result.skipped.length} skipped (${Math.round(
        (Date.now() - started) / 1000,
      )} s)`;
      say(line);
      return line;
    },
  );
  fs.writeFileSync(summaryFile, JSON.stringify(totals));
  process.stdout.write('\n');
  for (const line of lines) {
    process.stdout.write(`  ${line}\n`);
  }
  for (const name of totals.skipped) {
    process.stdout.write(`  skipped: ${name}\n`);
  }
  for (const [word, list] of [
    ['unsteady (failed beside others, passed alone)', totals.unsteady],
    ['failed', totals.failures],
  ]) {
    for (const text of list) {
      // Further lines of a failure are indented beneath its name.
      process.stdout.write(`  ${word}: ${text.replaceAll('\n', '\n    ')}\n`);
    }
  }
  process.stdout.write(
    `\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped.length} skipped\n`,
  );
  return totals.failed === 0 ? 0 : 1;
}

await runMain(main);
