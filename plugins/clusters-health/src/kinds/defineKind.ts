import {
  type FieldsOf,
  isRecord,
  record,
  selectFields,
  UntrustedObject,
} from './fields';
import type {
  Facts,
  Kind,
  KindReading,
  KindSelector,
  NamedFacts,
} from './Kind';

/** The declaration of a kind; everything else is derived from it. */
export interface KindDeclaration<R extends string, T extends NamedFacts>
  extends KindReading {
  resource: R;
  fields: FieldsOf<T>;
}

/**
 * Declares a kind of Kubernetes object: where its objects are found, and which
 * facts are kept. The type of the facts, the reader, the selection of bytes,
 * the capture and the permissions for reading are derived from the declaration.
 */
export function defineKind<R extends string, T extends NamedFacts>(
  declaration: KindDeclaration<R, T>,
): Kind<R, Facts<T>> {
  const { fields, ...reading } = declaration;
  const { group, version, resource, selector } = reading;
  const facts = record(fields);
  const apiVersion = group ? `${group}/${version}` : version;
  const project = (object: unknown): Facts<T> | undefined => {
    const problems: string[] = [];
    try {
      const read = facts.read(UntrustedObject.of(object, problems));
      if (!read.name) {
        return undefined;
      }
      return problems.length > 0 ? { ...read, problems } : read;
    } catch {
      // Only objects with throwing getters or proxies get here; parsed JSON has
      // none.
      return undefined;
    }
  };
  return {
    ...reading,
    required: reading.required ?? false,
    groupResource: group ? `${resource}.${group}` : resource,
    apiVersion,
    path: pathOf(reading, apiVersion),
    fieldSelector: selector && fieldSelectorOf(selector),
    wanted: facts.wanted,
    selects: object => !selector || isSelected(selector, object),
    project,
    capture: object => {
      if (project(object) === undefined) {
        return undefined;
      }
      const copy = selectFields(object, facts.captured);
      return isRecord(copy)
        ? { apiVersion, kind: reading.kind, ...copy }
        : undefined;
    },
  };
}

function pathOf(
  { group, resource, selector }: KindReading & { resource: string },
  apiVersion: string,
): string {
  const root = group ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const namespace = selector?.namespace;
  return namespace
    ? `${root}/namespaces/${namespace}/${resource}`
    : `${root}/${resource}`;
}

function fieldSelectorOf({
  name,
  notNamespace,
}: KindSelector): string | undefined {
  const terms = [
    ...(name === undefined ? [] : [`metadata.name=${name}`]),
    ...(notNamespace === undefined
      ? []
      : [`metadata.namespace!=${notNamespace}`]),
  ];
  return terms.length > 0 ? terms.join(',') : undefined;
}

function isSelected(selector: KindSelector, object: unknown): boolean {
  try {
    return matches(selector, object);
  } catch {
    // As in `project`: the object will count as one that could not be read.
    return true;
  }
}

/**
 * An object without the field that the selector tests might be selected, so it
 * is kept.
 */
function matches(selector: KindSelector, object: unknown): boolean {
  const metadata = isRecord(object) ? object.metadata : undefined;
  if (!isRecord(metadata)) {
    return true;
  }
  const { name = selector.name, namespace = selector.namespace } = metadata;
  return (
    (selector.name === undefined || name === selector.name) &&
    (selector.namespace === undefined || namespace === selector.namespace) &&
    (selector.notNamespace === undefined || namespace !== selector.notNamespace)
  );
}
