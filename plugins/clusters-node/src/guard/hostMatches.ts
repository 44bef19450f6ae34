/**
 * Whether a host is named by a pattern: exactly, or as one below a `*.suffix`.
 * The suffix itself is not below it.
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
