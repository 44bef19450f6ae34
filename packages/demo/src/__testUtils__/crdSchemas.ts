import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { sharedPath } from '@clusterworks/test-support';

type Schema = Record<string, any>;

/** Unknown fields are errors, as the API server would drop them. */
function closed(schema: Schema): Schema {
  const result: Schema = { ...schema };
  if (schema['x-kubernetes-int-or-string']) {
    delete result.type;
    result.anyOf = [{ type: 'integer' }, { type: 'string' }];
  }
  if (schema.nullable && typeof schema.type === 'string') {
    result.type = [schema.type, 'null'];
    delete result.nullable;
  }
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties as Schema).map(([name, each]) => [
        name,
        closed(each as Schema),
      ]),
    );
    if (!schema['x-kubernetes-preserve-unknown-fields']) {
      result.additionalProperties = false;
    }
  }
  if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = closed(schema.additionalProperties);
  }
  if (schema.items) {
    result.items = closed(schema.items);
  }
  return result;
}

const known = new Map<string, Map<string, ValidateFunction>>();

/** Validators by kind of the CRDs in folders of the shared upstream material. */
export function crdValidators(
  folders: string[],
): Map<string, ValidateFunction> {
  const key = folders.join();
  const validators = known.get(key) ?? compile(folders);
  known.set(key, validators);
  return validators;
}

// Compiling takes seconds: the schema of a CRD is large.
function compile(folders: string[]): Map<string, ValidateFunction> {
  const ajv = new Ajv({
    strict: false,
    // Go's patterns are not all valid with the u flag.
    unicodeRegExp: false,
    allErrors: true,
    validateFormats: false,
  });
  const validators = new Map<string, ValidateFunction>();
  for (const folder of folders) {
    const path = sharedPath('upstream', folder) ?? '';
    for (const file of readdirSync(path).filter(name =>
      name.endsWith('.yaml'),
    )) {
      const definition = parse(readFileSync(join(path, file), 'utf8'));
      if (definition?.kind === 'CustomResourceDefinition') {
        const version = definition.spec.versions.find(
          (each: Schema) => each.storage,
        );
        const schema = closed(version.schema.openAPIV3Schema);
        // The server itself knows what metadata may hold.
        schema.properties.metadata = { type: 'object' };
        validators.set(definition.spec.names.kind, ajv.compile(schema));
      }
    }
  }
  return validators;
}
