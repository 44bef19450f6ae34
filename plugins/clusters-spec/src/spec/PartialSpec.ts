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

function without(value: unknown, paths: SpecPath[]): unknown {
  if (paths.some(path => path.length === 0)) {
    return undefined;
  }
  if (paths.length === 0 || typeof value !== 'object' || value === null) {
    return value;
  }
  const below = (key: string | number) =>
    paths
      .filter(([first]) => String(first) === String(key))
      .map(([, ...rest]) => rest);
  if (Array.isArray(value)) {
    return value.map((each, index) => without(each, below(index)));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      without(each, below(key)),
    ]),
  );
}

/**
 * Takes the parts with problems out of a document, so that rules over several
 * fields can run on the rest and all problems are reported at once.
 */
export function withoutFaultyParts(
  input: unknown,
  issues: readonly PathIssue[],
): PartialSpec {
  return (without(
    input,
    issues.map(issue => issue.path),
  ) ?? {}) as PartialSpec;
}
