import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { whenAndWhere } from './longRun.mjs';
import { packTarballs } from './packed/packTarballs.mjs';
import { resultsDir, root } from './paths.mjs';
import { bin, run } from './run.mjs';

const page = path.join(root, 'docs', 'develop', 'adopt.md');

const intro = `# Adoption

Written by \`npm run long -- adopt\`: the way of an adopter, from packages as they are published. All packages are packed and served by a registry on the machine, \`@backstage/create-app\` makes an app, and commands, code and configuration of [the install guide](../operate/install.md) are taken from the page itself and applied to it. This is done with an app of the new frontend system and with one of the older. Each is built and started, [a cluster is registered by hand](../operate/existing-clusters.md#by-hand), and Chromium waits for its true verdict on the fleet page and on the page of the cluster, and opens the form of Create Cluster. The cluster is simulated; its EKS token is checked as AWS does.

Then the [Dockerfile](../operate/deploy.md) of this repository is followed step by step without Docker, and its result is started as its user, with the production configuration and a real PostgreSQL. Last, the plugins are exported for [Red Hat Developer Hub](../operate/deploy.md#red-hat-developer-hub), with its own command line.

The app starts with the lockfile of this repository, because \`create-app\` takes its own from a host that is no package registry. The job is no part of CI: it installs whatever the registry serves on that day, and a broken release of another package must not refuse a change here.`;

const seconds = ms => `${Math.round(ms / 1000)} s`;
const kib = bytes => `${Math.round(bytes / 1024)} KiB`;

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function writePage(started, specs, packages) {
  const steps = specs.flatMap(({ title, tests }) =>
    (tests[0].results.at(-1).steps ?? []).map(step => [
      title,
      step.title,
      step.error ? 'failed' : seconds(step.duration),
    ]),
  );
  const sum = title =>
    specs
      .filter(spec => spec.title === title)
      .flatMap(({ tests }) => tests[0].results.at(-1).steps ?? [])
      .reduce((total, { duration }) => total + duration, 0);
  fs.writeFileSync(
    page,
    `${[
      intro,
      whenAndWhere(started),
      specs.every(({ ok }) => ok)
        ? `All went well. From \`create-app\` to a true page: ${(
            sum('a new app') / 60_000
          ).toFixed(1)} minutes.`
        : `Failed: ${specs
            .filter(({ ok }) => !ok)
            .map(({ title }) => title)
            .join(', ')}.`,
      table(['what', 'step', 'time'], steps),
      '## What is published',
      table(
        ['package', 'tarball', 'unpacked', 'files'],
        packages.map(({ manifest, bytes, unpackedBytes, files }) => [
          `\`${manifest.name}\``,
          kib(bytes),
          kib(unpackedBytes),
          files,
        ]),
      ),
    ].join('\n\n')}\n`,
  );
}

/**
 * Adopts the packages as the install guide says, and writes its page; what was
 * built must be there already.
 *
 * @returns how many parts failed
 */
export async function adopt(toolchain) {
  const started = Date.now();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'clusterworks-pack-'));
  const output = path.join(resultsDir, 'adopt.json');
  fs.rmSync(output, { force: true });
  try {
    const packages = await packTarballs(toolchain, scratch);
    if (!packages) {
      return 1;
    }
    fs.writeFileSync(
      path.join(scratch, 'packages.json'),
      JSON.stringify(packages),
    );
    await run(
      toolchain,
      [
        bin('@playwright/test', 'cli.js'),
        'test',
        '-c',
        'e2e/adopt/playwright.config.ts',
      ],
      {
        env: {
          CLUSTERWORKS_PACKED: scratch,
          PLAYWRIGHT_JSON_OUTPUT_NAME: output,
        },
      },
    );
    const { suites } = JSON.parse(fs.readFileSync(output, 'utf8'));
    const specs = suites.flatMap(suite => suite.specs);
    writePage(started, specs, packages);
    return specs.filter(({ ok }) => !ok).length;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
