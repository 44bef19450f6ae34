/** Whether a host is named exactly, or lies below a `*.suffix`. */
export function hostMatches(
  hostname: string,
  patterns: readonly string[],
): boolean {
  const host = hostname.toLowerCase();
  return patterns.some(text => {
    const pattern = text.toLowerCase();
    return pattern.startsWith('*.')
      ? host === pattern.slice(2) || host.endsWith(pattern.slice(1))
      : host === pattern;
  });
}
