import type { CodeOwner } from '@clusterworks/plugin-clusters-spec';
import { readAssets } from '../assets/readAssets';
import type { FilesByPath } from '../FilesByPath';
import { REPOSITORY_RECORD } from '../plan/ownedPaths';
import { recordOf } from '../records';
import { renderShared } from '../shared/renderShared';
import { codeOwnersFile } from './codeOwners';
import { renovateConfig } from './renovateConfig';

/**
 * Settings of a platform repository that its own files depend on.
 *
 * @public
 */
export type PlatformOptions = {
  /** Branch that is applied. */
  baseBranch: string;
  /** Entries of `CODEOWNERS`; without any, there is no such file. */
  codeOwners?: readonly CodeOwner[];
};

/** The asset's workflows name the branch in this way only. */
const BRANCH = 'branches: [main]';

/** Files of the repository itself, which belong to no cluster. */
function ownFiles({ baseBranch, codeOwners = [] }: PlatformOptions) {
  const files: FilesByPath = {};
  for (const [path, text] of Object.entries(readAssets('repository'))) {
    files[path.replace(/^repository\//, '')] = text.replaceAll(
      BRANCH,
      `branches: ['${baseBranch}']`,
    );
  }
  files['renovate.json'] = renovateConfig();
  files['README.md'] = files['README.md'].replaceAll(
    '{{baseBranch}}',
    baseBranch,
  );
  if (codeOwners.length > 0) {
    files['.github/CODEOWNERS'] = codeOwnersFile(codeOwners);
  }
  return files;
}

/**
 * Renders the files of a platform repository that belong to no cluster: its
 * own (workflows, settings of tools, README), and those that all clusters
 * share. Pure: reads nothing but this package's own assets.
 *
 * @returns path in the repository to content, with records
 *
 * @public
 */
export function renderPlatform(options: PlatformOptions): FilesByPath {
  const own = ownFiles(options);
  const files: FilesByPath = {
    ...own,
    [REPOSITORY_RECORD]: recordOf(own),
    ...renderShared(),
  };
  return Object.fromEntries(
    Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
