import { stringify } from 'yaml';
import { readYamlDocument } from '../spec';

/**
 * A value as YAML, as a person would write it.
 *
 * @public
 */
export function toYamlText(value: unknown): string {
  return value === undefined ? '' : stringify(value).trim();
}

/**
 * The value of a YAML text. A text that is no YAML stays a text, which the
 * schema of a structured field refuses.
 *
 * @public
 */
export function fromYamlText(text: string): unknown {
  const { issues, input } = readYamlDocument(text);
  if (issues.length > 0) {
    return text;
  }
  return input ?? undefined;
}
