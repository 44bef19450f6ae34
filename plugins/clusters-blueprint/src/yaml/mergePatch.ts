import { isMapping } from '@clusterworks/plugin-clusters-spec';

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The JSON merge patch (RFC 7386) that makes `desired` of `base`: lists are
 * replaced whole, and null takes a key away. Undefined when nothing differs.
 * Kustomize applies patches to custom resources in just this way.
 */
export function mergePatch(base: unknown, desired: unknown): unknown {
  if (isEqual(base, desired)) {
    return undefined;
  }
  if (!isMapping(base) || !isMapping(desired)) {
    return desired;
  }
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(base)) {
    if (!Object.hasOwn(desired, key)) {
      patch[key] = null;
    }
  }
  for (const [key, value] of Object.entries(desired)) {
    const part = Object.hasOwn(base, key)
      ? mergePatch(base[key], value)
      : value;
    if (part !== undefined) {
      patch[key] = part;
    }
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}
