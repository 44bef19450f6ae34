import fs from 'node:fs';
import path from 'node:path';
import { whenAndWhere } from './longRun.mjs';
import { resultsDir, root } from './paths.mjs';
import { browser } from './suites.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'lifecycle.md');

/** Changes clusters of the demo in the browser, and writes how long each took. */
export async function lifecycleAndWritePage(toolchain) {
  const started = Date.now();
  const { failed } = await browser(toolchain, 'lifecycle');
  const file = path.join(resultsDir, 'browser.json');
  if (fs.existsSync(file)) {
    const { suites } = JSON.parse(fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(pageFile, page(started, suites.flatMap(specsOf)));
  }
  return failed;
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function timeOf(ms = 0) {
  const seconds = ms / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${(seconds / 60).toFixed(1)} min`;
}

function page(started, specs) {
  const rows = specs.map(({ title, ok, tests }) => {
    const { status, duration } = tests[0].results.at(-1) ?? {};
    const result = ok ? timeOf(duration) : 'failed';
    return `| ${title} | ${status === 'skipped' ? 'not run' : result} |`;
  });
  const failed = specs.filter(({ ok }) => !ok).length;
  return `# Changes in the browser

Written by \`npm run long -- lifecycle\`: Chromium takes each change of a cluster from the page of the cluster to the merge, in the portal with the demo fleet, with real git and a simulated GitHub, and looks at forms and pages with axe. It is too long for CI, which creates a cluster in the browser and tests the changes without one.

${whenAndWhere(started)}

${failed === 0 ? 'All went well.' : `${failed} of ${specs.length} failed.`}

| journey | time |
| --- | --- |
${rows.join('\n')}
`;
}
