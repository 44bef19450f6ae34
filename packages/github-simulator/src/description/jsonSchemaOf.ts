type Json = Record<string, unknown>;

/**
 * Turns the dialect of OpenAPI 3.0 into JSON Schema, anywhere in a document:
 * `nullable` means null beside enumerations and alternatives, too.
 *
 * Objects are closed: a field that GitHub does not describe is a field that
 * GitHub neither takes nor answers.
 */
export function jsonSchemaOf(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) {
    return value.map(item => jsonSchemaOf(item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const schema: Json = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      jsonSchemaOf(item, !keysAreNames && key === 'properties'),
    ]),
  );
  return keysAreNames ? schema : nullable(closed(schema));
}

function closed(schema: Json): Json {
  return schema.properties && schema.additionalProperties === undefined
    ? { ...schema, additionalProperties: false }
    : schema;
}

function nullable({ nullable: isNullable, ...schema }: Json): Json {
  return isNullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}
