/**
 * Whether a generated file must be executable: git mode 100755.
 *
 * @public
 */
export function isExecutable(path: string): boolean {
  return path.endsWith('.sh');
}
