/** The numbers of a version: `1.19.9-eks.1` gives 1, 19, 9. */
export function versionNumbers(version: string): number[] {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version);
  return (match ?? [])
    .slice(1)
    .filter(part => part !== undefined)
    .map(Number);
}

/**
 * Compares versions number by number, as far as both have them: `1.18` equals
 * `1.18.4`, because a query for 1.18 means the whole line.
 */
export function compareVersions(left: string, right: string): number {
  const rightNumbers = versionNumbers(right);
  for (const [index, number] of versionNumbers(left).entries()) {
    const other = rightNumbers[index];
    if (other === undefined || number !== other) {
      return other === undefined ? 0 : number - other;
    }
  }
  return 0;
}
