import { InputError } from '@backstage/errors';
import type { ClusterSpecIssue } from './ClusterSpecIssue';
import type { ClusterSpec } from './clusterSpecSchema';
import { clusterSpecSchema } from './clusterSpecSchema';
import { collectClusterSpecIssues } from './collectClusterSpecIssues';
import { documentBoundIssues } from './documentBounds';
import { readBoundedYaml } from './readBoundedYaml';
import { toClusterSpecIssue } from './schemaIssues';

/**
 * The problems of a spec as one text, a line each.
 *
 * @public
 */
export function describeClusterSpecIssues(
  issues: readonly ClusterSpecIssue[],
): string {
  return issues
    .map(({ path, message }) => `${path || 'the document'}: ${message}`)
    .join('\n');
}

function refuse(issues: readonly ClusterSpecIssue[]): never {
  const count = issues.length === 1 ? 'a problem' : `${issues.length} problems`;
  throw new InputError(
    `The cluster spec has ${count}:\n${describeClusterSpecIssues(issues)}`,
  );
}

/**
 * Refuses a document that is larger than any valid spec, such as deeply nested
 * lists, and checks nothing else. For use before a document is copied, for
 * example.
 *
 * @throws InputError that says where.
 *
 * @public
 */
export function checkSpecSize(input: unknown): void {
  const issues = documentBoundIssues(input).map(toClusterSpecIssue);
  if (issues.length > 0) {
    refuse(issues);
  }
}

/**
 * Reads a cluster spec from plain data.
 *
 * @throws InputError that lists all problems with their paths.
 *
 * @public
 */
export function parseClusterSpec(input: unknown): ClusterSpec {
  const issues = collectClusterSpecIssues(input);
  return issues.length > 0 ? refuse(issues) : clusterSpecSchema.parse(input);
}

/**
 * A parsed YAML text, or what is wrong with it.
 *
 * @public
 */
export type ClusterSpecYaml = {
  issues: ClusterSpecIssue[];
  /** Present when there are no issues. */
  spec?: ClusterSpec;
};

/**
 * Reads `cluster.yaml` without throwing: the spec, or all its problems.
 *
 * @public
 */
export function readClusterSpecYaml(text: string): ClusterSpecYaml {
  const { problems, input, sourceOf } = readBoundedYaml(text);
  const issues =
    problems.length > 0
      ? problems.map(message => ({ path: '', message }))
      : collectClusterSpecIssues(input, sourceOf);
  return issues.length > 0
    ? { issues }
    : { issues, spec: clusterSpecSchema.parse(input) };
}

/**
 * Reads the text of `cluster.yaml`.
 *
 * @throws InputError that lists all problems with their paths.
 *
 * @public
 */
export function parseClusterSpecYaml(text: string): ClusterSpec {
  const { issues, spec } = readClusterSpecYaml(text);
  return spec ?? refuse(issues);
}
