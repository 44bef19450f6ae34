const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Whether a text is valid as a label's value; an invalid one makes the entity
 * fail.
 */
export function isLabelValue(text: string): boolean {
  return LABEL_VALUE.test(text);
}
