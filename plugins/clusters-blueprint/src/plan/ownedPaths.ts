/** Files that the records of what clusters share may name. */
const sharedRecords: Record<string, RegExp> = {
  'terraform/modules/.generated.json': /^terraform\/(?!environments\/)/,
  'platform/.generated.json':
    /^(platform\/(?!overlays\/)|gitops\/|policies\/|scripts\/|docs\/)/,
};

/**
 * The record of the files that belong to the repository itself and to no
 * cluster: workflows, tool settings, README.
 *
 * @public
 */
export const REPOSITORY_RECORD = '.github/.generated.json';

const shared: Record<string, RegExp> = {
  ...sharedRecords,
  [REPOSITORY_RECORD]:
    /^(\.github\/|README\.md$|renovate\.json$|\.tflint\.hcl$|\.pre-commit-config\.yaml$)/,
};

/**
 * The record that names a file which all clusters share; undefined for a file
 * of one cluster or of the repository itself.
 */
export function sharedRecordOf(path: string): string | undefined {
  return Object.keys(sharedRecords).find(
    record => record === path || sharedRecords[record].test(path),
  );
}

/**
 * Files that belong to the people who run a cluster, although they are beside
 * generated files.
 */
function isOfTheTeam(path: string): boolean {
  return /\/team_[^/]*$/.test(path);
}

/**
 * Whether a record may name a file at all. The record of a cluster may name
 * files in that cluster's folders only, a shared record files in the shared
 * folders only. So a damaged or hostile record cannot delete any other file.
 */
export function isOwnedBy(recordPath: string, path: string): boolean {
  if (path.split('/').some(step => step === '..' || step === '.' || !step)) {
    return false;
  }
  if (isOfTheTeam(path)) {
    return false;
  }
  if (shared[recordPath]) {
    return shared[recordPath].test(path);
  }
  const match = /^clusters\/([^/]+\/[^/]+)\/\.generated\.json$/.exec(
    recordPath,
  );
  return (
    match !== null &&
    ['clusters', 'terraform/environments', 'platform/overlays'].some(folder =>
      path.startsWith(`${folder}/${match[1]}/`),
    )
  );
}
