/** One kind that an API server serves. */
export interface ApiResource {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  categories?: string[];
  /** Defined by a CustomResourceDefinition; list items then carry kind and apiVersion. */
  custom: boolean;
  /** Field selectors besides metadata.name and metadata.namespace. */
  selectableFields: string[];
}

/** `<plural>[.<group>]`, the name used in captures, faults and counters. */
export function resourceName(
  resource: Pick<ApiResource, 'plural' | 'group'>,
): string {
  return resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
}

/** `v1` or `<group>/<version>`. */
export function groupVersion(
  resource: Pick<ApiResource, 'group' | 'version'>,
): string {
  return resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
}
