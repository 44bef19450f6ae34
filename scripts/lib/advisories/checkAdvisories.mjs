import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { accepted, firstLook } from './accepted.mjs';
import { askOsv } from './askOsv.mjs';
import { askRegistry } from './askRegistry.mjs';
import { lockedPackages } from './lockedPackages.mjs';

/** Severities that fail no build; an unknown severity does. */
const MILD = new Set(['info', 'low', 'moderate']);

const SOURCES = [
  ['the registry of npm', askRegistry],
  ['OSV', askOsv],
];

/**
 * Asks the registry, or else OSV, about the packages of yarn.lock. Yarn's own
 * audit needs an endpoint that many registries do not have, and crashes
 * without it.
 *
 * @throws Error that says of each source why it gave no answer
 */
async function findAdvisories(packages) {
  const refusals = [];
  for (const [source, ask] of SOURCES) {
    try {
      return { source, advisories: await ask(packages) };
    } catch (error) {
      refusals.push(`${source}: ${error.cause?.code ?? error.message}`);
    }
  }
  throw new Error(refusals.join('; '));
}

/** The suite of `.ci/run`; reported as skipped when no source answers. */
export async function checkAdvisories() {
  const lock = fs.readFileSync(path.join(root, 'yarn.lock'), 'utf8');
  const packages = lockedPackages(lock);
  let found;
  try {
    found = await findAdvisories(packages);
  } catch (error) {
    const why = `advisories: nobody could be asked (${error.message})`;
    process.stderr.write(`NOT CHECKED: ${why}\n`);
    return { passed: 0, failed: 0, skipped: [why] };
  }
  const { source, advisories } = found;
  const open = advisories.filter(({ id }) => !Object.hasOwn(accepted, id));
  for (const { id, name, versions, severity, title } of open) {
    process.stderr.write(
      `${name}@${versions.join(', ')}: ${id} ${
        severity ?? 'of unknown severity'
      }: ${title}\n`,
    );
  }
  process.stdout.write(
    `${packages.length} packages asked about at ${source}, ${advisories.length} advisories, ${open.length} not accepted\n`,
  );
  if (open.every(({ severity }) => MILD.has(severity))) {
    return { passed: 1, failed: 0, skipped: [] };
  }
  return firstLook
    ? { passed: 0, failed: 1, skipped: [] }
    : {
        ...{ passed: 0, failed: 0 },
        skipped: ['advisories: there are some that nobody has looked at'],
      };
}
