/** Folders that the shared records speak for. */
const shared: Record<string, RegExp> = {
  'terraform/modules/.generated.json': /^terraform\/(?!environments\/)/,
  'platform/.generated.json':
    /^(platform\/(?!overlays\/)|gitops\/|policies\/|scripts\/|docs\/)/,
};

/** Files of the people who run a cluster, beside those that are generated. */
function isOfTheTeam(path: string): boolean {
  return /\/team_[^/]*$/.test(path);
}

/**
 * Whether a record may name a file at all. A record of one cluster speaks for
 * that cluster's folders, a shared one for the shared folders; so a damaged or
 * hostile record cannot delete anything else.
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
