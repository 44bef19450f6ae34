import { InputError } from '@backstage/errors';

/**
 * Fills `{{name}}` marks of a text asset. Every mark needs a value and every
 * value a mark, so that asset and code cannot drift apart.
 *
 * @throws InputError when marks and values do not match.
 */
export function fillTemplate(
  text: string,
  values: Record<string, string>,
): string {
  const missing = new Set<string>();
  const filled = text.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => {
    if (!Object.prototype.hasOwnProperty.call(values, name)) {
      missing.add(name);
      return mark;
    }
    return values[name];
  });
  if (missing.size > 0) {
    throw new InputError(
      `The template has marks without a value: ${[...missing].join(', ')}`,
    );
  }
  return filled;
}
