import {
  isMapping,
  type Mapping,
  valueAt as valueAtKeys,
} from '@clusterworks/plugin-clusters-spec';

/** The value at a path such as `network.zones`. */
export function valueAt(root: unknown, path: string): unknown {
  return valueAtKeys(root, path.split('.'));
}

/**
 * A copy with another value at a path. A value that is taken out leaves no
 * empty mapping behind that was not there for others.
 */
export function withValueAt(
  root: Mapping,
  path: string,
  value: unknown,
): Mapping {
  const [key, ...rest] = path.split('.');
  const below = Object.hasOwn(root, key) ? root[key] : undefined;
  const next =
    rest.length === 0
      ? value
      : withValueAt(isMapping(below) ? below : {}, rest.join('.'), value);
  const isGone =
    next === undefined ||
    (rest.length > 0 && isMapping(next) && Object.keys(next).length === 0);
  if (isGone) {
    const { [key]: _, ...others } = root;
    return others;
  }
  return { ...root, [key]: next };
}

/** The value where it is a mapping. */
export function asMapping(value: unknown): Mapping | undefined {
  return isMapping(value) ? value : undefined;
}
