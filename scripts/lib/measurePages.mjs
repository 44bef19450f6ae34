import path from 'node:path';
import { root } from './paths.mjs';
import { backstageCli, run } from './run.mjs';
import { browser } from './suites.mjs';

/**
 * Builds the portal as a release does, and measures its pages in Chromium;
 * resolves to the number of limits that are not kept.
 */
export async function measurePages(toolchain) {
  const cwd = path.join(root, 'packages', 'app');
  const code = await run(toolchain, [backstageCli, 'package', 'build'], {
    cwd,
  });
  return code || (await browser(toolchain, 'bench')).failed;
}
