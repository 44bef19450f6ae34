/** Whether a generated file must be executable: git mode 100755. */
export function isExecutable(path: string): boolean {
  return path.endsWith('.sh');
}
