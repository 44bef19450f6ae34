import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { otherNode } from '../otherNode.mjs';
import { capture } from '../run.mjs';
import { packPackages } from './packPackages.mjs';

const spec = `apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata: { name: packed-dev, owner: group:default/platform }
spec:
  environment: dev
  region: eu-west-1
  network: { vpcCidr: 10.60.0.0/16 }
`;

/** Every path that a manifest names. */
function namedFiles({ main, types, bin, exports = {} }) {
  const paths = value =>
    typeof value === 'string'
      ? [value]
      : Object.values(value ?? {}).flatMap(paths);
  const exported = paths(exports)
    // Besides paths, Backstage writes the kind of feature of an export there.
    .filter(value => value.startsWith('./'));
  return [...[main, types, bin].flatMap(paths), ...exported];
}

const isForNode = ({ backstage }) => !backstage.role.startsWith('frontend');

function missingFiles({ folder, manifest }) {
  return namedFiles(manifest)
    .filter(file => !fs.existsSync(path.join(folder, file)))
    .map(file => `${manifest.name} names ${file}, which is not packed`);
}

/** Checks the packed command line on one Node version. */
async function checkCommands(toolchain, { folder, manifest }, scratch) {
  const specFile = path.join(scratch, 'cluster.yaml');
  fs.writeFileSync(specFile, spec);
  const out = fs.mkdtempSync(path.join(scratch, 'platform-'));
  const clusters = (...args) =>
    capture(toolchain, [path.join(folder, manifest.bin.clusters), ...args]);
  const expected = [
    [['--help'], /capture/],
    [['doctor', '--explain', 'P3'], /P3/],
    [['import', '--help'], /--answers/],
    [['render', '--spec', specFile, '--out', out], /packed-dev/],
  ];
  const failures = [];
  for (const [args, words] of expected) {
    const { code, output } = await clusters(...args);
    if (code !== 0 || !words.test(output)) {
      failures.push(`clusters ${args[0]} (exit code ${code}): ${output}`);
    }
  }
  if (!fs.existsSync(path.join(out, 'clusters', 'dev', 'packed-dev'))) {
    failures.push('clusters render has written nothing');
  }
  return failures;
}

async function checkOn(toolchain, packed, scratch) {
  const failures = [];
  for (const { folder, manifest } of packed.filter(each =>
    isForNode(each.manifest),
  )) {
    const { code, output } = await capture(toolchain, [
      '--eval',
      `require(${JSON.stringify(folder)})`,
    ]);
    if (code !== 0) {
      failures.push(`${manifest.name} cannot be loaded: ${output}`);
    }
  }
  const cli = packed.find(({ manifest }) => manifest.bin);
  return failures.concat(await checkCommands(toolchain, cli, scratch));
}

/**
 * Checks the packages as an adopter gets them: packs them, loads those that
 * run in Node, and runs the packed command line, on both supported Node
 * versions.
 */
export async function checkPacked(toolchain) {
  const scratch = fs.mkdtempSync(
    path.join(os.tmpdir(), 'clusterworks-packed-'),
  );
  try {
    const packed = await packPackages(toolchain, scratch);
    if (!packed) {
      return { passed: 0, failed: 1, skipped: [] };
    }
    const other = otherNode(toolchain);
    const skipped = other ? [] : ['packed on Node 22: none is pinned for here'];
    const results = [packed.flatMap(missingFiles)];
    for (const node of [toolchain, other].filter(Boolean)) {
      results.push(await checkOn(node, packed, scratch));
    }
    results.flat().forEach(failure => process.stdout.write(`${failure}\n`));
    const failed = results.filter(failures => failures.length > 0).length;
    return {
      ...{ passed: results.length - failed, failed, skipped },
      failures: results.flat().map(failure => failure.split('\n')[0]),
    };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
