import type { KubeObject } from '../base/KubeObject';

/** Objects by the plural of their kind. */
export type ObjectsByResource = Record<string, KubeObject[]>;

/** All objects of several parts of one cluster. */
export function combine(
  ...parts: Partial<ObjectsByResource>[]
): ObjectsByResource {
  const all: ObjectsByResource = {};
  for (const part of parts) {
    for (const [resource, objects = []] of Object.entries(part)) {
      const list = (all[resource] ??= []);
      objects.forEach(object => list.push(object));
    }
  }
  return all;
}
