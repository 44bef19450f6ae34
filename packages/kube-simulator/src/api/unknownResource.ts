import type { ApiResource } from './ApiResource';
import type { ApiPath } from './parseApiPath';

/** The name of a kind that is not served, for the message of a 403. */
export function unknownResource(path: ApiPath): ApiResource {
  return {
    group: path.group,
    version: path.version,
    plural: path.plural,
    singular: path.plural,
    kind: path.plural,
    namespaced: false,
    custom: true,
    selectableFields: [],
  };
}
