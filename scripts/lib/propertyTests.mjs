import fs from 'node:fs';
import path from 'node:path';
import { jest } from './jest.mjs';
import { root } from './paths.mjs';

function* testFiles(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') {
      yield* testFiles(file);
    } else if (/\.test\.tsx?$/.test(entry.name)) {
      yield file;
    }
  }
}

/** All tests that use fast-check, with other values than `npm test` tries. */
export function propertyTests(toolchain, seed) {
  const files = ['packages', 'plugins']
    .flatMap(folder => [...testFiles(path.join(root, folder))])
    .filter(file => fs.readFileSync(file, 'utf8').includes("'fast-check'"))
    .map(file => path.relative(root, file));
  return jest(toolchain, {
    paths: ['--runTestsByPath', ...files],
    env: { CLUSTERWORKS_FUZZ_SEED: String(seed) },
  });
}
