import semver from 'semver';

/**
 * `1.14` of `1.14.3` and of `v1.14`; undefined when it is no version.
 *
 * @public
 */
export function minorOf(version: string | undefined): string | undefined {
  const read = semver.coerce(version);
  return read ? `${read.major}.${read.minor}` : undefined;
}

/**
 * Orders two versions by their `major.minor`: negative when `left` is older. A
 * text that is no version counts as older than every version.
 *
 * @public
 */
export function compareMinors(left: string, right: string): number {
  return semver.compare(lineStart(left), lineStart(right));
}

/**
 * How many minors `version` lies outside of a closed range; 0 inside. Assumes
 * that all versions have the same major version.
 *
 * @public
 */
export function minorsOutside(
  version: string,
  [from, to]: readonly [string, string],
): number {
  const minor = semver.minor(lineStart(version));
  const low = semver.minor(lineStart(from));
  const high = semver.minor(lineStart(to));
  return Math.max(0, low - minor, minor - high);
}

/** The first release of a version's line: `1.14.0` of `1.14.3`. */
function lineStart(version: string): string {
  return `${minorOf(version) ?? '0.0'}.0`;
}
