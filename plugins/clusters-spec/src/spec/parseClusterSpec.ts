import { InputError } from '@backstage/errors';
import { ClusterSpecIssue } from './ClusterSpecIssue';
import { ClusterSpec, clusterSpecSchema } from './clusterSpecSchema';
import { collectClusterSpecIssues } from './collectClusterSpecIssues';
import { readBoundedYaml } from './readBoundedYaml';

/** The problems of a spec as one text, a line each. */
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
 * Reads a cluster spec from plain data.
 *
 * @throws InputError that lists all problems with their paths.
 */
export function parseClusterSpec(input: unknown): ClusterSpec {
  const issues = collectClusterSpecIssues(input);
  return issues.length > 0 ? refuse(issues) : clusterSpecSchema.parse(input);
}

/** A parsed YAML text, or what is wrong with it. */
export type ClusterSpecYaml = {
  issues: ClusterSpecIssue[];
  /** Present when there are no issues. */
  spec?: ClusterSpec;
};

/** Reads `cluster.yaml` without throwing: the spec, or all its problems. */
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
 */
export function parseClusterSpecYaml(text: string): ClusterSpec {
  const { issues, spec } = readClusterSpecYaml(text);
  return spec ?? refuse(issues);
}
