/**
 * Whether a host matches a pattern: an exact name, or `*.suffix` for every host
 * below the suffix. The suffix itself does not match.
 */
export function hostMatches(
  hostname: string,
  patterns: readonly string[],
): boolean {
  const host = hostname.toLowerCase();
  return patterns.some(text => {
    const pattern = text.toLowerCase();
    return pattern.startsWith('*.')
      ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length
      : host === pattern;
  });
}
