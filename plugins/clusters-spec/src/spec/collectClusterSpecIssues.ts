import { ClusterSpecIssue, SpecPath } from './ClusterSpecIssue';
import { clusterSpecSchema } from './clusterSpecSchema';
import { withoutFaultyParts } from './PartialSpec';
import { specRules } from './rules';
import { schemaIssues, SourceOf, toClusterSpecIssue } from './schemaIssues';

function isWithin(path: SpecPath, outer: SpecPath): boolean {
  return outer.every((step, index) => String(step) === String(path[index]));
}

/**
 * Every problem of a cluster spec at once, each with its path: unknown keys
 * with the nearest known one, wrong types (unquoted numbers with a hint), bad
 * values, and the rules over several fields. Empty when the spec is valid.
 *
 * @param sourceOf - gives a scalar as written in the source text, so that the
 * hint for an unquoted `1.30` can say `1.30` and not `1.3`
 */
export function collectClusterSpecIssues(
  input: unknown,
  sourceOf?: SourceOf,
): ClusterSpecIssue[] {
  const faults = schemaIssues(clusterSpecSchema, input, sourceOf);
  const rest = withoutFaultyParts(input, faults);
  // A part that was taken out must not be reported as missing as well.
  const broken = specRules
    .flatMap(rule => rule(rest))
    .filter(issue => !faults.some(fault => isWithin(issue.path, fault.path)));
  return [...faults, ...broken].map(toClusterSpecIssue);
}
