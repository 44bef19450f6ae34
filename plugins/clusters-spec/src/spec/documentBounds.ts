import type { SpecPath } from './ClusterSpecIssue';
import type { PathIssue } from './schemaIssues';

/**
 * How large a document may be to be looked at. A spec with a hundred pools
 * stays far below; what is above is not judged at all, so that a request of a
 * few kilobytes cannot keep the process busy for seconds.
 */
export const documentBounds = {
  /** Scalars, lists and mappings in all, aliases written out. */
  values: 10_000,
  /** Entries of one list or mapping. */
  entries: 1_000,
  depth: 16,
  /** Characters of one string. */
  text: 16_384,
  /** Characters of one key. */
  key: 512,
} as const;

type Child = [key: string | number, value: unknown];

function childrenOf(value: object): Child[] {
  return Array.isArray(value)
    ? value.map((each, index): Child => [index, each])
    : Object.entries(value);
}

function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/** What makes one value too large by itself, if anything. */
function ownProblem(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string' && value.length > documentBounds.text) {
    return `has ${value.length} characters; at most ${documentBounds.text} are read`;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (depth > documentBounds.depth) {
    return `is nested deeper than ${documentBounds.depth} levels`;
  }
  const size = sizeOf(value);
  if (size > documentBounds.entries) {
    return `has ${size} entries; at most ${documentBounds.entries} are read`;
  }
  return Object.keys(value).some(key => key.length > documentBounds.key)
    ? `has a key of more than ${documentBounds.key} characters`
    : undefined;
}

/**
 * The first place where a document is larger than {@link documentBounds}, or
 * nothing. Looks at no more than the bounded number of values.
 */
export function documentBoundIssues(input: unknown): PathIssue[] {
  const open: { path: SpecPath; value: unknown }[] = [
    { path: [], value: input },
  ];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value } = next;
    const problem = ownProblem(value, path.length);
    if (problem) {
      return [{ path, message: problem }];
    }
    seen += 1;
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of childrenOf(value)) {
        open.push({ path: [...path, key], value: child });
      }
    }
    if (seen + open.length > documentBounds.values) {
      return [
        {
          path: [],
          message: `holds more than ${documentBounds.values} values, which is more than is read`,
        },
      ];
    }
  }
  return [];
}
