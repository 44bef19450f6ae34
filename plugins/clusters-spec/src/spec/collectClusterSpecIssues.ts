import type { ClusterSpecIssue } from './ClusterSpecIssue';
import { clusterSpecSchema } from './clusterSpecSchema';
import { documentBoundIssues } from './documentBounds';
import { faultTree, isFaulty, withoutFaultyParts } from './PartialSpec';
import { specRules } from './rules';
import type { SourceOf } from './schemaIssues';
import { schemaIssues, toClusterSpecIssue } from './schemaIssues';

/** More issues would not be read; the rest is reported once these are fixed. */
const MOST_ISSUES = 200;

/**
 * Every problem of a cluster spec at once, each with its path: unknown keys
 * with the nearest known one, wrong types (unquoted numbers with a hint), bad
 * values, and the rules over several fields. Empty when the spec is valid. A
 * document that is larger than any valid spec is refused before its parts are
 * checked.
 *
 * @param sourceOf - gives a scalar as written in the source text, so that the
 * hint for an unquoted `1.30` can say `1.30` and not `1.3`
 *
 * @public
 */
export function collectClusterSpecIssues(
  input: unknown,
  sourceOf?: SourceOf,
): ClusterSpecIssue[] {
  const oversize = documentBoundIssues(input);
  if (oversize.length > 0) {
    return oversize.map(toClusterSpecIssue);
  }
  const faults = schemaIssues(clusterSpecSchema, input, sourceOf);
  const tree = faultTree(faults);
  const rest = withoutFaultyParts(input, tree);
  // A part that was removed as invalid must not be reported as missing too.
  const broken = specRules
    .flatMap(rule => rule(rest))
    .filter(issue => !isFaulty(issue.path, tree));
  const issues = [...faults, ...broken].map(toClusterSpecIssue);
  return issues.length > MOST_ISSUES
    ? [
        ...issues.slice(0, MOST_ISSUES),
        {
          path: '',
          message: `has ${issues.length - MOST_ISSUES} more problems`,
        },
      ]
    : issues;
}
