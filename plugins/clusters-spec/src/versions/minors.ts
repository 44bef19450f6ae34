/**
 * Orders two `major.minor` versions: negative when `a` is older. Reads full
 * versions too and looks at their first two numbers.
 */
export function compareMinors(a: string, b: string): number {
  const [aMajor, aMinor] = a.split('.').map(Number);
  const [bMajor, bMinor] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}

/** `1.14` of `1.14.3`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/**
 * How many minors `version` lies outside of a closed range; 0 inside. Assumes
 * that all have the same major version.
 */
export function minorsOutside(
  version: string,
  [from, to]: readonly [string, string],
): number {
  const minor = Number(version.split('.')[1]);
  const low = Number(from.split('.')[1]);
  const high = Number(to.split('.')[1]);
  return Math.max(0, low - minor, minor - high);
}
