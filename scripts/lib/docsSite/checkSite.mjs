import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say } from '../progress.mjs';
import { buildSite, findMkdocs } from './buildSite.mjs';
import { packSite, siteArchive } from './siteArchive.mjs';

/** Builds the site into a folder that is gone afterwards. */
export function withBuiltSite(use) {
  const mkdocs = findMkdocs();
  if (!mkdocs) {
    return { skipped: ['docs as a site: mkdocs is not installed'] };
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clusterworks-docs-'));
  try {
    const failures = buildSite(mkdocs, folder);
    // The plugin brings the theme, which is looked for first.
    if (failures.some(line => /Unrecognised theme name/.test(line))) {
      return { skipped: ['docs as a site: mkdocs has no techdocs-core'] };
    }
    failures.forEach(say);
    if (failures.length === 0) {
      use(folder);
    }
    return { failures };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks that the documentation is a site without dead links. */
export function checkSite() {
  const { skipped = [], failures = [] } = withBuiltSite(folder => {
    if (!packSite(folder).equals(fs.readFileSync(siteArchive))) {
      say('docs are newer than the site that the demo shows: npm run docs');
    }
  });
  return {
    passed: skipped.length + failures.length > 0 ? 0 : 1,
    failed: failures.length > 0 ? 1 : 0,
    skipped,
    failures: failures.map(line => `docs as a site: ${line}`),
  };
}
