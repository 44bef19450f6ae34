import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from '../paths.mjs';
import { say } from '../progress.mjs';
import { backstageCli, run } from '../run.mjs';
import { thresholdMutations } from './thresholds.mjs';

const source = path.join(root, 'plugins', 'clusters-health');
/**
 * The copy that faults are put into; the sources themselves are never changed.
 * It is as deep as a package, because jest's setup is found from there.
 */
const copy = path.join(root, 'test-results', 'mutated-clusters-health');

function makeCopy() {
  fs.rmSync(copy, { recursive: true, force: true });
  fs.mkdirSync(copy, { recursive: true });
  for (const name of ['src', 'package.json']) {
    fs.cpSync(path.join(source, name), path.join(copy, name), {
      recursive: true,
    });
  }
}

/** The test files in these folders that fail. */
async function failingTests(toolchain, folders) {
  const output = path.join(copy, 'jest.json');
  fs.rmSync(output, { force: true });
  await run(
    toolchain,
    [
      backstageCli,
      'package',
      'test',
      '--watchAll=false',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${output}`,
      ...folders.map(folder => `${path.relative(copy, folder)}${path.sep}`),
    ],
    { cwd: copy, stdout: 'ignore', stderr: path.join(copy, 'jest.log') },
  );
  if (!fs.existsSync(output)) {
    throw new Error(`the tests did not run: see ${copy}/jest.log`);
  }
  return JSON.parse(fs.readFileSync(output, 'utf8'))
    .testResults.filter(({ status }) => status === 'failed')
    .map(({ name }) => name);
}

/**
 * Moves each threshold of each rule up and down, and sees whether a test of
 * that rule fails. In one round one threshold of each rule is moved, because
 * the tests of a rule check that rule only.
 *
 * @param rounds - the most rounds to run; default: all
 * @param tested - whether the tests of the rules passed already
 */
export async function mutateThresholds(
  toolchain,
  { rounds = Infinity, tested = false } = {},
) {
  makeCopy();
  const rules = path.join(copy, 'src', 'rules');
  const byRule = thresholdMutations(rules);
  const before = tested
    ? []
    : await failingTests(toolchain, [...byRule.keys()]);
  if (before.length > 0) {
    throw new Error(`tests fail without a change: ${before.join(', ')}`);
  }
  const most = Math.max(...[...byRule.values()].map(({ length }) => length));
  const results = [];
  for (let round = 0; round < Math.min(most, rounds); round += 1) {
    say(`thresholds, round ${round + 1} of ${Math.min(most, rounds)}`);
    const moved = [...byRule].flatMap(([rule, mutations]) =>
      mutations[round] ? [{ rule, ...mutations[round] }] : [],
    );
    const originals = moved.map(({ file }) => fs.readFileSync(file, 'utf8'));
    moved.forEach(({ file, text }) => fs.writeFileSync(file, text));
    const failed = await failingTests(
      toolchain,
      moved.map(({ rule }) => rule),
    );
    moved.forEach(({ file }, at) => fs.writeFileSync(file, originals[at]));
    results.push(
      ...moved.map(({ rule, threshold, to }) => ({
        rule: path.relative(rules, rule).split(path.sep).join('/'),
        threshold,
        to,
        caught: failed.some(name => name.startsWith(`${rule}${path.sep}`)),
      })),
    );
  }
  return results;
}

const pageFile = path.join(root, 'docs', 'develop', 'mutation.md');

/** A change that no test caught, as listed on the page. */
function rowOf({ rule, threshold, to }) {
  return `| ${rule} | \`${threshold}\` | \`${to}\` |`;
}

/** Changes that no test catches and that the page does not list yet. */
export function newSurvivors(results) {
  const known = fs.readFileSync(pageFile, 'utf8');
  return results.filter(
    result => !result.caught && !known.includes(rowOf(result)),
  );
}

/** Writes the page of a full run. */
export function writeMutationPage(results) {
  fs.writeFileSync(pageFile, mutationPage(results));
}

/** The page of the last full run. */
function mutationPage(results) {
  const survived = results.filter(({ caught }) => !caught);
  const rows = survived.map(rowOf);
  return `# Mutation of thresholds

Written by \`npm run long -- mutation\`: every threshold in the rules of \`plugins/clusters-health/src/rules\` is moved up and down by a quarter (counts by one, shares by a twentieth), and a test of that rule has to fail. CI moves the first threshold of each rule up, and fails for a change that nothing catches and this page does not list.

${results.length - survived.length} of ${
    results.length
  } changes are caught, in ${
    new Set(results.map(({ rule }) => rule)).size
  } rules.

${
  survived.length === 0
    ? 'None is missed.'
    : `Missed:\n\n| rule | threshold | moved to |\n| --- | --- | --- |\n${rows.join(
        '\n',
      )}`
}
`;
}

/** The changes that failed no test, one per line. */
export function reportSurvivors(results) {
  for (const { rule, threshold, to, caught } of results) {
    if (!caught) {
      process.stderr.write(`missed: ${rule}: ${threshold} to ${to}\n`);
    }
  }
}
