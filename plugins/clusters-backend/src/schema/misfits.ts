import type { JsonSchema } from './apiSchemas';

/** A schema, and the document in which its references are found. */
export interface SchemaIn {
  schema: JsonSchema;
  document: object;
}

/**
 * Who reads values: a client reads answers and ignores fields that it does not
 * know; the server reads requests and refuses such fields.
 */
export type Reader = 'client' | 'server';

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];

/**
 * Why somebody who was written for the schema `expected` may not understand a
 * value of the schema `given`, each with the path in the value; empty when every
 * value is understood.
 *
 * @param seen - pairs of references that are being compared
 */
export function misfits(
  expected: SchemaIn,
  given: SchemaIn,
  reader: Reader,
  path = '',
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const pair = `${expected.schema.$ref} ${given.schema.$ref}`;
  if (expected.schema.$ref && given.schema.$ref && seen.has(pair)) {
    return [];
  }
  const within = new Set([...seen, pair]);
  const [wanted, offered] = [alternatives(expected), alternatives(given)];
  const compare = (one: SchemaIn, other: SchemaIn) =>
    misfitsOfOne(one, other, reader, path, within);
  if (wanted.length === 1 && offered.length === 1) {
    return compare(wanted[0], offered[0]);
  }
  return offered.flatMap(other => {
    const reasons = wanted.map(one => compare(one, other));
    if (reasons.some(found => found.length === 0)) {
      return [];
    }
    const [fewest] = reasons.sort((a, b) => a.length - b.length);
    return fewest;
  });
}

/** The schemas of which a value has to fit one, without references. */
function alternatives({ schema, document }: SchemaIn): SchemaIn[] {
  const { $ref, anyOf, oneOf, type } = schema;
  if (typeof $ref === 'string') {
    return alternatives({ schema: resolved($ref, document), document });
  }
  const several = (anyOf ?? oneOf) as JsonSchema[] | undefined;
  if (several) {
    return several.flatMap(one => alternatives({ schema: one, document }));
  }
  return Array.isArray(type)
    ? type.map(one => ({ schema: { ...schema, type: one }, document }))
    : [{ schema, document }];
}

function resolved(ref: string, document: object): JsonSchema {
  const steps = ref.replace(/^#\//, '').split('/');
  return steps.reduce<any>((at, step) => at?.[step], document) ?? {};
}

function misfitsOfOne(
  expected: SchemaIn,
  given: SchemaIn,
  reader: Reader,
  path: string,
  seen: ReadonlySet<string>,
): string[] {
  const [wide, narrow] = [expected.schema, given.schema];
  const here = path || 'the value';
  if (wide.type !== undefined && !isOfType(narrow, String(wide.type))) {
    return [`${here}: ${describe(narrow)} instead of ${describe(wide)}`];
  }
  return [
    ...valueMisfits(wide, narrow, here),
    ...boundMisfits(wide, narrow, here),
    ...propertyMisfits(expected, given, reader, path, seen),
    ...innerMisfits(expected, given, reader, path, seen),
  ];
}

function isOfType(schema: JsonSchema, type: string): boolean {
  const values = valuesOf(schema);
  if (schema.type === undefined && values) {
    return values.every(value => typeof value === type);
  }
  return (
    schema.type === type || (type === 'number' && schema.type === 'integer')
  );
}

function describe({ type, ...schema }: JsonSchema): string {
  const values = valuesOf(schema);
  return values ? values.map(String).join(', ') : String(type ?? 'anything');
}

function valuesOf(schema: JsonSchema): unknown[] | undefined {
  return 'const' in schema
    ? [schema.const]
    : (schema.enum as unknown[] | undefined);
}

function valueMisfits(wide: JsonSchema, narrow: JsonSchema, here: string) {
  const allowed = valuesOf(wide);
  const possible = valuesOf(narrow);
  if (!allowed) {
    return [];
  }
  if (!possible) {
    return [`${here}: more than ${allowed.map(String).join(', ')}`];
  }
  return possible
    .filter(value => !allowed.includes(value))
    .map(value => `${here}: ${String(value)} is not understood`);
}

function boundMisfits(wide: JsonSchema, narrow: JsonSchema, here: string) {
  const found = [
    ...UPPER.map(name => [name, Infinity, 1] as const),
    ...LOWER.map(name => [name, -Infinity, -1] as const),
  ].flatMap(([name, none, sign]) => {
    const limit = (wide[name] as number | undefined) ?? none;
    const reached = (narrow[name] as number | undefined) ?? none;
    return sign * reached > sign * limit
      ? [`${here}: ${name} is ${limit}, and may be passed`]
      : [];
  });
  const fixed = ['pattern', 'format'].filter(
    name => wide[name] !== undefined && wide[name] !== narrow[name],
  );
  return [...found, ...fixed.map(name => `${here}: another ${name}`)];
}

type Properties = Record<string, JsonSchema>;

function propertyMisfits(
  expected: SchemaIn,
  given: SchemaIn,
  reader: Reader,
  path: string,
  seen: ReadonlySet<string>,
): string[] {
  const [wide, narrow] = [expected.schema, given.schema];
  const known = (wide.properties ?? {}) as Properties;
  const offered = (narrow.properties ?? {}) as Properties;
  const mayLack = ((wide.required ?? []) as string[]).filter(
    name => !((narrow.required ?? []) as string[]).includes(name),
  );
  const refused =
    reader === 'server' && wide.additionalProperties === false
      ? Object.keys(offered).filter(name => !(name in known))
      : [];
  const gone =
    reader === 'client'
      ? Object.keys(known).filter(name => !(name in offered))
      : [];
  return [
    ...gone.map(name => `${join(path, name)}: is gone`),
    ...mayLack
      .filter(name => !gone.includes(name))
      .map(name => `${join(path, name)}: is needed, and may be absent`),
    ...refused.map(name => `${join(path, name)}: is no longer accepted`),
    ...Object.keys(known)
      .filter(name => name in offered)
      .flatMap(name =>
        misfits(
          { ...expected, schema: known[name] },
          { ...given, schema: offered[name] },
          reader,
          join(path, name),
          seen,
        ),
      ),
  ];
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

/** The entries of lists and maps. */
function innerMisfits(
  expected: SchemaIn,
  given: SchemaIn,
  reader: Reader,
  path: string,
  seen: ReadonlySet<string>,
): string[] {
  return ['items', 'additionalProperties'].flatMap(name => {
    const [wide, narrow] = [expected.schema[name], given.schema[name]];
    return isSchema(wide) && isSchema(narrow)
      ? misfits(
          { ...expected, schema: wide },
          { ...given, schema: narrow },
          reader,
          `${path}[]`,
          seen,
        )
      : [];
  });
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
