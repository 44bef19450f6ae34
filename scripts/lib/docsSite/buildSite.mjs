import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../paths.mjs';

const BUILD_MS = 120_000;

/** Where `.ci/run` installs mkdocs; else it is looked for on the PATH. */
const ownMkdocs = path.join(root, '.clusterworks', 'mkdocs', 'bin', 'mkdocs');

/** The command of mkdocs, if there is one. */
export function findMkdocs() {
  return [ownMkdocs, 'mkdocs'].find(
    command => spawnSync(command, ['--version']).status === 0,
  );
}

/**
 * Builds the documentation as TechDocs does. A link or an anchor that leads
 * nowhere, and a page that the navigation lacks, are errors.
 *
 * @returns what mkdocs says is wrong; empty when nothing is
 */
export function buildSite(mkdocs, target) {
  const { status, stderr, error } = spawnSync(
    mkdocs,
    // Not --quiet: then warnings would not be counted.
    ['build', '--strict', '--site-dir', target],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: BUILD_MS,
    },
  );
  if (status !== 0) {
    const said = (stderr ?? '')
      .split('\n')
      .filter(line => /WARNING|ERROR|Error/.test(line));
    return said.length > 0 ? said : [String(error ?? `exit code ${status}`)];
  }
  return [];
}
