import { InputError } from '@backstage/errors';
import {
  describeClusterSpecIssues,
  isMapping,
  readYamlDocument,
} from '@clusterworks/plugin-clusters-spec';

const PATH = /^(metadata|spec)(\.[A-Za-z]{1,40}){0,6}$/;

/** The leaves of nested mappings by their path. */
function leavesOf(value: unknown, path: string): [string, unknown][] {
  return isMapping(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        leavesOf(inner, path ? `${path}.${key}` : key),
      )
    : [[path, value]];
}

/** The value of one answer, or why it cannot be read. */
function readPair(pair: string): [string, unknown] | string {
  const equals = pair.indexOf('=');
  if (equals < 1) {
    return `"${pair}" must be <path>=<value>, such as spec.environment=prod`;
  }
  const path = pair.slice(0, equals);
  const { issues, input } = readYamlDocument(pair.slice(equals + 1));
  return issues.length > 0
    ? `${path}: ${describeClusterSpecIssues(issues)}`
    : [path, input];
}

/**
 * Reads the answers to the questions of an import.
 *
 * @param yaml - a part of `cluster.yaml`, with `null` for a field that is to be
 *   absent
 * @param pairs - single answers, `<path>=<value>` with the value in YAML; they
 *   take precedence
 * @returns the answers by the path of the field
 * @throws InputError with all problems
 *
 * @public
 */
export function readAnswers(
  yaml: string | undefined,
  pairs: readonly string[] = [],
): Map<string, unknown> {
  const { issues, input } =
    yaml === undefined ? { issues: [], input: {} } : readYamlDocument(yaml);
  const read = pairs.map(readPair);
  const fromFile = isMapping(input) ? leavesOf(input, '') : [];
  const answers = [
    ...fromFile,
    ...read.filter(each => typeof each !== 'string'),
  ];
  const problems = [
    ...issues.map(({ path, message }) => `${path || 'the answers'} ${message}`),
    ...(issues.length === 0 && input !== null && !isMapping(input)
      ? ['the answers must be a mapping, a part of cluster.yaml']
      : []),
    ...read.filter(each => typeof each === 'string'),
    ...answers
      .filter(([path]) => !PATH.test(path))
      .map(([path]) => `"${path}" is no path of a field of cluster.yaml`),
  ];
  if (problems.length > 0) {
    throw new InputError(`The answers cannot be read:\n${problems.join('\n')}`);
  }
  return new Map(answers);
}
