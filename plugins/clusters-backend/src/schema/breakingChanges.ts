import type { JsonSchema } from './apiSchemas';
import { misfits, type Reader } from './misfits';

/** The part of an OpenAPI document that clients depend on. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: object;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content }>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: JsonSchema;
}

type Content = Record<string, { schema?: JsonSchema }>;

/**
 * What a newer description of an API breaks for clients that were written for
 * an older one: operations, parameters and fields that are gone, requests that
 * are refused, and answers that they do not understand. Empty when everything
 * goes on working.
 */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  return Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, was]) => {
      const is = after.paths[path]?.[method];
      const changes = is
        ? operationChanges(was, is, { before, after })
        : ['is gone'];
      const name = `${method.toUpperCase()} ${path}`;
      return changes.map(change => `${name}: ${change}`);
    }),
  );
}

interface Documents {
  before: OpenApi;
  after: OpenApi;
}

function operationChanges(
  was: Operation,
  is: Operation,
  documents: Documents,
): string[] {
  return [
    ...parameterChanges(was.parameters ?? [], is.parameters ?? [], documents),
    ...bodyChanges(was, is, documents),
    ...responseChanges(was, is, documents),
  ];
}

function parameterChanges(
  was: Parameter[],
  is: Parameter[],
  documents: Documents,
): string[] {
  const same = (one: Parameter) => (other: Parameter) =>
    one.name === other.name && one.in === other.in;
  const needed = is
    .filter(one => one.required && !was.find(same(one))?.required)
    .map(({ name }) => `parameter ${name}: is needed now`);
  const others = was.flatMap(one => {
    const now = is.find(same(one));
    const changes = now
      ? schemaChanges('server', one.schema, now.schema, documents)
      : ['is gone'];
    return changes.map(change => `parameter ${one.name}: ${change}`);
  });
  return [...needed, ...others];
}

function bodyChanges(
  { requestBody: was }: Operation,
  { requestBody: is }: Operation,
  documents: Documents,
): string[] {
  const needed =
    is?.required && !was?.required ? ['request: is needed now'] : [];
  return [
    ...needed,
    ...contentChanges('server', was?.content, is?.content, documents).map(
      change => `request: ${change}`,
    ),
  ];
}

function responseChanges(
  was: Operation,
  is: Operation,
  documents: Documents,
): string[] {
  return Object.entries(was.responses).flatMap(([status, { content }]) => {
    const now = is.responses[status];
    const changes = now
      ? contentChanges('client', content, now.content, documents)
      : ['is gone'];
    return changes.map(change => `answer ${status}: ${change}`);
  });
}

function contentChanges(
  reader: Reader,
  was: Content = {},
  is: Content = {},
  documents: Documents,
): string[] {
  return Object.entries(was).flatMap(([type, { schema }]) =>
    type in is
      ? schemaChanges(reader, schema, is[type].schema, documents)
      : [`${type} is gone`],
  );
}

/** The server reads what clients of before send; clients, what it now sends. */
function schemaChanges(
  reader: Reader,
  was: JsonSchema = {},
  is: JsonSchema = {},
  { before, after }: Documents,
): string[] {
  const [old, current] = [
    { schema: was, document: before },
    { schema: is, document: after },
  ];
  return reader === 'server'
    ? misfits(current, old, reader)
    : misfits(old, current, reader);
}
