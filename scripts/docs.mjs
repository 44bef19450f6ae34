import fs from 'node:fs';
import path from 'node:path';
import { LaunchError, runMain } from './lib/LaunchError.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/progress.mjs';
import { withBuiltSite } from './lib/docsSite/checkSite.mjs';
import { packSite, siteArchive } from './lib/docsSite/siteArchive.mjs';

// npm run docs: builds the site that the demo shows, before a release.
await runMain(async () => {
  const { skipped, failures = [] } = withBuiltSite(folder =>
    fs.writeFileSync(siteArchive, packSite(folder)),
  );
  if (skipped) {
    throw new LaunchError(
      'mkdocs is needed for this.',
      'pip install --require-hashes -r scripts/lib/docsSite/requirements.txt',
    );
  }
  if (failures.length === 0) {
    say(`Written: ${path.relative(root, siteArchive)}`);
  }
  return failures.length === 0 ? 0 : 1;
});
