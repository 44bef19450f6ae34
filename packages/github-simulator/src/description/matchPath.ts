/**
 * The values of a template's parameters in a path, if the path is of this form.
 *
 * @param segments - of the path, with their encoding
 * @param many - parameters whose values may have slashes
 */
export function matchPath(
  template: string,
  segments: readonly string[],
  many: readonly string[],
): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  const parts = template.split('/');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    const left = parts.length - index - 1;
    const end = name && many.includes(name) ? segments.length - left : at + 1;
    const value = segments.slice(at, end).join('/');
    if (end <= at || (name ? value === '' : value !== part)) {
      return undefined;
    }
    if (name) {
      values[name] = decodeURIComponent(value);
    }
    at = end;
  }
  return at === segments.length ? values : undefined;
}
