/** The value of a form where it is a text. */
export function textValue(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
