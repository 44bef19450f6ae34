import type { CodeOwner } from '@clusterworks/plugin-clusters-spec';

/**
 * `.github/CODEOWNERS`: who must review changes of which paths. Only what the
 * configuration names, because owners of clusters would be lines that two
 * pull requests for two clusters both change.
 */
export function codeOwnersFile(entries: readonly CodeOwner[]): string {
  const lines = entries.map(
    ({ path, owners }) => `${path} ${owners.join(' ')}`,
  );
  return [
    '# The last line that matches a path decides. From codeOwners of the',
    "# platform repository in the portal's configuration.",
    ...lines,
    '',
  ].join('\n');
}
