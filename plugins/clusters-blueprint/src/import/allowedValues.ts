import {
  clusterSpecJsonSchema,
  collectClusterSpecIssues,
} from '@clusterworks/plugin-clusters-spec';

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  minimum?: number;
  maximum?: number;
};

function schemaAt(keys: readonly string[]): Schema | undefined {
  return keys.reduce<Schema | undefined>(
    (schema, key) => schema?.properties?.[key],
    clusterSpecJsonSchema() as Schema,
  );
}

/** A value under nested keys: `{ a: { b: value } }`. */
function nested(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => ({ [key]: inner }), value);
}

/**
 * What the schema says of a text that no field takes, which describes those
 * that the field does take.
 */
function textRule(keys: readonly string[], value: unknown): string {
  const path = keys.join('.');
  const issue = collectClusterSpecIssues(nested(keys, value)).find(each =>
    each.path.startsWith(path),
  );
  return (issue?.message ?? 'text').replace(/^.*(must be|is not) /, '');
}

/** What the entries of a list may be. */
function entriesRule(
  items: Schema | undefined,
  keys: readonly string[],
): string {
  if (items?.type === 'object') {
    return ` of mappings with ${Object.keys(items.properties ?? {}).join(
      ', ',
    )}`;
  }
  const options = items?.enum?.map(String).join(', ');
  return `, of each: ${options ?? textRule(keys, [' '])}`;
}

function describe(schema: Schema | undefined, keys: readonly string[]): string {
  const options = schema?.enum ?? schema?.anyOf?.map(each => each.const);
  if (options) {
    return options.map(String).join(', ');
  }
  switch (schema?.type) {
    case 'boolean':
      return 'true, false';
    case 'integer':
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case 'array':
      return `a list${entriesRule(schema.items, keys)}`;
    default:
      return textRule(keys, ' ');
  }
}

/** The values that the schema of `cluster.yaml` allows for a field. */
export function allowedValues(path: string): string {
  const keys = path.split('.');
  return describe(schemaAt(keys), keys);
}
