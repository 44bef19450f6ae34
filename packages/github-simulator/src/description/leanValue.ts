import type { DescriptionDocument } from './DescriptionDocument';

type Schema = {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};

const BY_TYPE: Record<string, unknown> = {
  string: 'text',
  integer: 1,
  number: 1,
  boolean: false,
};
const BY_FORMAT: Record<string, string> = {
  'date-time': '2026-01-01T00:00:00Z',
  uri: 'https://example.com/',
  email: 'jane@example.com',
};

/**
 * The least that a schema describes: null where it may be, else required fields
 * only; lists have one item.
 *
 * @param texts - what stands in text fields of these names
 */
export function leanValue(
  schema: Schema,
  document: DescriptionDocument,
  texts: Record<string, string>,
  name = '',
): unknown {
  const again = (other: Schema, key = name) =>
    leanValue(other, document, texts, key);
  const { anyOf, oneOf, type = 'object', properties = {}, items } = schema;
  if (schema.$ref) {
    return again(document.resolve<Schema>(schema.$ref).value ?? {});
  }
  const choices = anyOf ?? oneOf;
  if (choices) {
    return choices.some(each => each.type === 'null')
      ? null
      : again(choices[0]);
  }
  if (schema.enum) {
    return schema.enum[0];
  }
  if (type === 'array') {
    return items ? [again(items)] : [];
  }
  if (type === 'object') {
    return Object.fromEntries(
      (schema.required ?? []).map(key => [key, again(properties[key], key)]),
    );
  }
  return type === 'string'
    ? texts[name] ?? BY_FORMAT[schema.format ?? ''] ?? BY_TYPE[type]
    : BY_TYPE[type];
}
