import { formatSpecPath, type SpecPath, valueAt } from '../spec';
import { isMapping, type Mapping } from '../spec/isMapping';

/**
 * One field that two specs have different values for. A node pool is named in
 * its path: `spec.karpenter.nodePools["gpu"].limits.cpu`.
 *
 * @public
 */
export type SpecChange = {
  path: string;
  /** Absent when the field was not there. */
  before?: unknown;
  /** Absent when the field is taken out. */
  after?: unknown;
};

/** Whether every entry has a name, and all names differ. */
function isNamed(value: unknown): value is Mapping[] {
  if (!Array.isArray(value)) {
    return false;
  }
  const names = value.map(each => valueAt(each, ['name']));
  return (
    names.every(name => typeof name === 'string') &&
    new Set(names).size === names.length
  );
}

/** A list of named entries as a mapping, so that an entry keeps its place. */
function byName(entries: Mapping[]): Mapping {
  return Object.fromEntries(entries.map(each => [String(each.name), each]));
}

/** The JSON of a value; the order of keys does not count. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    isMapping(each)
      ? Object.fromEntries(
          Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : each,
  );
}

function compare(
  path: SpecPath,
  before: unknown,
  after: unknown,
): SpecChange[] {
  if (isNamed(before) && isNamed(after) && before.length + after.length > 0) {
    const order = [before, after].map(list => list.map(({ name }) => name));
    const inner = compareMappings(path, byName(before), byName(after));
    return inner.length === 0 && String(order[0]) !== String(order[1])
      ? [{ path: formatSpecPath(path), before: order[0], after: order[1] }]
      : inner;
  }
  if (isMapping(before) && isMapping(after)) {
    return compareMappings(path, before, after);
  }
  return canonical(before) === canonical(after)
    ? []
    : [
        {
          path: formatSpecPath(path),
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
        },
      ];
}

function compareMappings(
  path: SpecPath,
  before: Mapping,
  after: Mapping,
): SpecChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap(key =>
    compare([...path, key], valueAt(before, [key]), valueAt(after, [key])),
  );
}

/**
 * Every field that differs between two specs, in the order of the first. Node
 * pools are compared by name; any other list counts as one value. Empty
 * exactly when the two say the same.
 *
 * @public
 */
export function specChanges(before: unknown, after: unknown): SpecChange[] {
  return compare([], before, after);
}
