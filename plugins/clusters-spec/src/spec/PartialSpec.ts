import type { ClusterSpec } from './clusterSpecSchema';
import type { PathIssue } from './schemaIssues';
import type { SpecPath } from './ClusterSpecIssue';

/** A type in which every part may be missing, entries of lists included. */
export type DeepPartial<T> = T extends (infer Item)[]
  ? (DeepPartial<Item> | undefined)[]
  : T extends object
  ? { [Key in keyof T]?: DeepPartial<T[Key]> }
  : T;

/** A spec without its invalid parts. */
export type PartialSpec = DeepPartial<ClusterSpec>;

/**
 * A rule over several fields. The rule gets only parts that are valid on their
 * own.
 */
export type SpecRule = (spec: PartialSpec) => PathIssue[];

/** Keys that lead to invalid parts; `whole` when the part itself is invalid. */
type FaultTree = { whole: boolean; below: Map<string, FaultTree> };

/**
 * The paths of issues as a tree, so that the issues of a part are found
 * quickly.
 */
export function faultTree(issues: readonly PathIssue[]): FaultTree {
  const root: FaultTree = { whole: false, below: new Map() };
  for (const { path } of issues) {
    let place = root;
    for (const step of path) {
      const next = place.below.get(String(step)) ?? {
        whole: false,
        below: new Map(),
      };
      place.below.set(String(step), next);
      place = next;
    }
    place.whole = true;
  }
  return root;
}

/** Whether a path is in an invalid part. */
export function isFaulty(path: SpecPath, faults: FaultTree): boolean {
  let place: FaultTree | undefined = faults;
  for (const step of path) {
    if (place === undefined || place.whole) {
      break;
    }
    place = place.below.get(String(step));
  }
  return place?.whole ?? false;
}

function without(value: unknown, faults: FaultTree | undefined): unknown {
  if (faults?.whole) {
    return undefined;
  }
  if (!faults || typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((each, index) =>
      without(each, faults.below.get(String(index))),
    );
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      without(each, faults.below.get(key)),
    ]),
  );
}

/**
 * Removes the invalid parts from a document, so that rules over several fields
 * can check the rest and all problems are reported at once.
 */
export function withoutFaultyParts(
  input: unknown,
  faults: FaultTree,
): PartialSpec {
  return (without(input, faults) ?? {}) as PartialSpec;
}
