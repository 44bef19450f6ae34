import type { PlatformRepository } from './platformRepositories';

/**
 * Whether a location (`url:https://…`) lies in a platform repository, at its
 * base branch. Other branches do not count: anybody who may propose a change
 * could write there.
 *
 * @public
 */
export function isInBaseBranch(
  location: string,
  { url, baseBranch }: PlatformRepository,
): boolean {
  const address = /^url:(.+)$/.exec(location)?.[1];
  if (!address) {
    return false;
  }
  try {
    const found = new URL(address);
    const base = new URL(url);
    const [kind, branch] = found.pathname
      .slice(base.pathname.length)
      .replace(/^\//, '')
      .split('/');
    return (
      found.origin === base.origin &&
      found.username === '' &&
      isUnder(found.pathname, base.pathname) &&
      (kind === 'blob' || kind === 'tree') &&
      branch === baseBranch
    );
  } catch {
    return false;
  }
}

// Forges compare owner and repository without regard to case.
function isUnder(path: string, folder: string): boolean {
  return path.toLowerCase().startsWith(`${folder.toLowerCase()}/`);
}
