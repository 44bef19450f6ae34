import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse, stringify } from 'yaml';
import { openApiDocument } from './openApiDocument';

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const file = join(__dirname, 'openapi.yaml');

/** Each example of an answer or a request, with the schema that it is for. */
function examples(): [name: string, example: unknown, schema: object][] {
  const { paths, components } = openApiDocument();
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]: [string, any]) => {
      const contents = [
        operation.requestBody,
        ...Object.values(operation.responses),
      ].flatMap(part => part?.content?.['application/json'] ?? []);
      return contents.map(({ schema, example }, index) => [
        `${method} ${path} ${index}`,
        example,
        { ...schema, components },
      ]) as [string, unknown, object][];
    }),
  );
}

describe('openApiDocument', () => {
  it.each(examples())(
    'has an example that fits: %s',
    (_name, example, schema) => {
      expect(example).toBeDefined();
      ajv.validate(schema, example);
      expect(ajv.errors ?? []).toEqual([]);
    },
  );

  it('has an example of every parameter in a path', () => {
    const parameters = Object.values(openApiDocument().paths)
      .flatMap(path => Object.values(path))
      .flatMap((operation: any) => operation.parameters ?? [])
      .filter(({ required }) => required);
    expect(parameters.length).toBeGreaterThan(4);
    for (const { example, schema } of parameters) {
      expect(ajv.validate(schema, example)).toBe(true);
    }
  });

  it('equals openapi.yaml, which UPDATE_OPENAPI=1 writes', () => {
    const document = JSON.parse(JSON.stringify(openApiDocument()));
    if (process.env.UPDATE_OPENAPI || !existsSync(file)) {
      writeFileSync(
        file,
        stringify(document, { aliasDuplicateObjects: false }),
      );
    }
    expect(parse(readFileSync(file, 'utf8'))).toEqual(document);
  });
});
