import { ClusterSpec } from './clusterSpecSchema';
import { PathIssue } from './schemaIssues';
import { SpecPath } from './ClusterSpecIssue';

/** A type whose every part may be missing; holes in lists included. */
export type DeepPartial<T> = T extends (infer Item)[]
  ? (DeepPartial<Item> | undefined)[]
  : T extends object
  ? { [Key in keyof T]?: DeepPartial<T[Key]> }
  : T;

/** What is left of a spec when its faulty parts are taken out. */
export type PartialSpec = DeepPartial<ClusterSpec>;

/** A rule over several fields: sees only parts that are valid by themselves. */
export type SpecRule = (spec: PartialSpec) => PathIssue[];

/** Steps that lead to faulty parts; `whole` where the part itself is one. */
type FaultTree = { whole: boolean; below: Map<string, FaultTree> };

/** The paths of issues as a tree, so that a part finds its own at once. */
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

/** Whether a path lies in a part that has a fault. */
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
 * Takes the parts with problems out of a document, so that rules over several
 * fields can run on the rest and all problems are reported at once.
 */
export function withoutFaultyParts(
  input: unknown,
  faults: FaultTree,
): PartialSpec {
  return (without(input, faults) ?? {}) as PartialSpec;
}
