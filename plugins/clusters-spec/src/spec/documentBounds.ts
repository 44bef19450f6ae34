import type { SpecPath } from './ClusterSpecIssue';
import type { PathIssue } from './schemaIssues';

/**
 * The largest document that is checked. A spec with a hundred pools is far
 * smaller. A larger document is refused at once, so that a request of a few
 * kilobytes cannot block the process for seconds.
 */
export const documentBounds = {
  /** Total number of scalars, lists and mappings, with aliases expanded. */
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

/** Why a single value is too large; undefined when it is not. */
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
 * nothing. Visits no more values than the bound allows.
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
