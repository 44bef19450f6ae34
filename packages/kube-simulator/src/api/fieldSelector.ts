import type { ApiResource } from './ApiResource';
import type { KubeObject } from '@clusterworks/kube-fixtures';
import { badRequest, StatusError } from './statusBodies';

/** Whether an object is selected. */
export type ObjectPredicate = (object: KubeObject) => boolean;

/** The value that a field selector compares with; absent fields are empty. */
function fieldValue(object: KubeObject, path: string): string {
  let value: unknown = object;
  for (const step of path.split('.')) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[step]
        : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    // `source` of an Event means its component.
    return fieldValue(value as KubeObject, 'component');
  }
  return value === undefined || value === null ? '' : String(value);
}

function unknownField(resource: ApiResource, path: string): StatusError {
  if (resource.custom || resource.selectableFields.length > 0) {
    return new StatusError(badRequest(`field label not supported: ${path}`));
  }
  return new StatusError(
    badRequest(
      `"${path}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
    ),
  );
}

/**
 * Parses a `fieldSelector` for one kind.
 *
 * @throws StatusError (400) for a field that this kind does not select by
 */
export function parseFieldSelector(
  selector: string,
  resource: ApiResource,
): ObjectPredicate {
  const parts = selector.split(',').filter(part => part !== '');
  const all = parts.map((part): ObjectPredicate => {
    const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
    if (!match) {
      throw new StatusError(
        badRequest(`invalid selector: '${part}'; can't understand '${part}'`),
      );
    }
    const [, path, operator, value] = match;
    const known =
      path === 'metadata.name' ||
      path === 'metadata.namespace' ||
      resource.selectableFields.includes(path);
    if (!known) {
      throw unknownField(resource, path);
    }
    return object =>
      (fieldValue(object, path) === value) === (operator !== '!=');
  });
  return object => all.every(matches => matches(object));
}
