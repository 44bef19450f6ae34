/**
 * CPU architecture of an instance type, from AWS's naming: a `g` after the
 * generation number means Graviton (`m7g`, `c6gn`, `x2gd`, `im4gn`, `g5g`),
 * as does the first generation `a1`.
 *
 * @public
 */
export function architectureOf(instanceType: string): 'amd64' | 'arm64' {
  const family = instanceType.split('.')[0];
  return family === 'a1' || /^[a-z]+\d+g[a-z]*$/.test(family)
    ? 'arm64'
    : 'amd64';
}
