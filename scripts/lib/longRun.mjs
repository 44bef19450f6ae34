import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { bench } from './bench.mjs';
import { resultsDir } from './paths.mjs';

/**
 * Runs a long check of `packages/bench`. Resolves to what failed, and to tables
 * of the measurements if it came to an end.
 */
export async function longBench(toolchain, name, args) {
  const output = path.join(resultsDir, `${name}.json`);
  fs.mkdirSync(resultsDir, { recursive: true });
  fs.rmSync(output, { force: true });
  await bench(toolchain, [`--${name}`, ...args, '--output', output]);
  return fs.existsSync(output)
    ? JSON.parse(fs.readFileSync(output, 'utf8'))
    : { failures: [`${name}: it did not come to an end`] };
}

/** Without a seed, each run breaks other things at other times. */
export function seedArgument(seed) {
  return seed === undefined ? [] : ['--seed', String(seed)];
}

/** Time and machine of a long check, as text for its page. */
export function whenAndWhere(started) {
  const minutes = Math.round((Date.now() - started) / 60_000);
  const gibibytes = Math.round(os.totalmem() / 2 ** 30);
  const [{ model }] = os.cpus();
  return `Last run: ${new Date(started)
    .toISOString()
    .slice(0, 10)}, ${minutes} minutes, Node ${process.versions.node}, on ${
    os.cpus().length
  } cores (${model}) with ${gibibytes} GiB.`;
}
