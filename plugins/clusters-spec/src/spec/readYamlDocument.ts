import type { ClusterSpecIssue } from './ClusterSpecIssue';
import { documentBoundIssues } from './documentBounds';
import { readBoundedYaml } from './readBoundedYaml';
import { toClusterSpecIssue } from './schemaIssues';

/**
 * Reads a YAML text that anybody may have written as plain data, if it is no
 * larger than a cluster spec may be. Its values are not checked.
 *
 * @public
 */
export function readYamlDocument(text: string): {
  issues: ClusterSpecIssue[];
  input?: unknown;
} {
  const { problems, input } = readBoundedYaml(text);
  const issues =
    problems.length > 0
      ? problems.map(message => ({ path: '', message }))
      : documentBoundIssues(input).map(toClusterSpecIssue);
  return issues.length > 0 ? { issues } : { issues, input };
}
