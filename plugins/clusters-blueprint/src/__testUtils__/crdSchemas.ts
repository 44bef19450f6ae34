import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { sharedDirectory } from '@clusterworks/test-support';

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-int-or-string'?: boolean;
  [key: string]: unknown;
};

/** Closes objects, so that a misspelt field is an error as in kubectl. */
function strict(schema: Schema): Schema {
  const closed: Schema = { ...schema };
  if (schema.properties) {
    closed.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, each]) => [
        key,
        strict(each),
      ]),
    );
    if (
      schema.additionalProperties === undefined &&
      !schema['x-kubernetes-preserve-unknown-fields']
    ) {
      closed.additionalProperties = false;
    }
  }
  if (schema.items) {
    closed.items = strict(schema.items);
  }
  if (typeof schema.pattern === 'string' && !isPattern(schema.pattern)) {
    delete closed.pattern;
  }
  return closed;
}

/** Some patterns use Go's syntax, which JavaScript does not understand. */
function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

const cache = new Map<string, Record<string, ValidateFunction>>();

type Crd = {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: Schema } }[];
  };
};

/**
 * Validators for the kinds of a folder of CRDs in the shared material, by
 * `<group>/<version>/<kind>`.
 */
export function crdValidators(
  folder: string,
): Record<string, ValidateFunction> {
  const directory = join(sharedDirectory, 'upstream', folder);
  const validators: Record<string, ValidateFunction> = {};
  for (const name of readdirSync(directory)) {
    const text = readFileSync(join(directory, name), 'utf8');
    if (!/^kind: CustomResourceDefinition$/m.test(text)) {
      continue;
    }
    const crd = parse(text) as Crd;
    for (const version of crd.spec.versions) {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      const schema = strict(version.schema.openAPIV3Schema);
      schema.properties = {
        ...schema.properties,
        metadata: { type: 'object' },
      };
      const key = `${crd.spec.group}/${version.name}/${crd.spec.names.kind}`;
      validators[key] = ajv.compile(schema);
    }
  }
  cache.set(folder, validators);
  return validators;
}
