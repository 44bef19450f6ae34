import { parseDocument, stringify } from 'yaml';
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

/**
 * A YAML text with other values, which need not be a valid spec yet. What does
 * not differ stays as it is written, with its comments; only spaces may differ.
 *
 * @param before - the values that the text has
 *
 * @public
 */
export function editYamlValues(
  text: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string {
  const document = parseDocument(text);
  edit([], before, after, (path, value) =>
    value === undefined
      ? document.deleteIn(path)
      : document.setIn(path, document.createNode(value)),
  );
  return document.toString({ lineWidth: 0 });
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tells each difference at the deepest mapping that both have. */
function edit(
  path: string[],
  before: Mapping,
  after: Mapping,
  tell: (path: string[], value: unknown) => void,
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, next] = [before[key], after[key]];
    const at = [...path, key];
    if (isMapping(old) && isMapping(next)) {
      edit(at, old, next, tell);
    } else if (JSON.stringify(old) !== JSON.stringify(next)) {
      tell(at, next);
    }
  }
}
