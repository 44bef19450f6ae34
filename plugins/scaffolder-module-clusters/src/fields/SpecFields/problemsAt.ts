/** A problem of one value, by its path. */
export type Problem = { path: string; message: string };

/** The problems of a path and of what is below it, each message once. */
export function problemsAt(
  problems: readonly Problem[],
  path: string,
): string[] {
  const messages = problems
    .filter(
      each =>
        each.path === path ||
        each.path.startsWith(`${path}.`) ||
        each.path.startsWith(`${path}[`),
    )
    .map(({ message }) => message);
  return [...new Set(messages)];
}
