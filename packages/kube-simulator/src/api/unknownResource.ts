import { ApiResource } from './ApiResource';
import { ApiPath } from './parseApiPath';

/** A kind that is not served still has a name in a 403. */
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
