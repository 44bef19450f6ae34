import type {
  ClusterSpec,
  ClusterStatus,
} from '@clusterworks/plugin-clusters-spec';
import {
  parseClusterSpecYaml,
  parseClusterStatusYaml,
} from '@clusterworks/plugin-clusters-spec';
import type { ClusterFiles } from './clusterFiles';

/** A cluster's valid files, or their problems. */
export type ClusterReview =
  | { spec: ClusterSpec; status?: ClusterStatus; problem?: undefined }
  | { problem: string };

/** Validates a cluster's files; never throws. */
export function reviewCluster(files: ClusterFiles): ClusterReview {
  if (files.unreadable) {
    return { problem: files.unreadable };
  }
  if (files.spec === undefined) {
    return { problem: 'status.yaml is there, but cluster.yaml is not' };
  }
  const spec = attempt('cluster.yaml', files.spec, parseClusterSpecYaml);
  const status =
    files.status === undefined
      ? { value: undefined }
      : attempt('status.yaml', files.status, parseClusterStatusYaml);
  const problems = [
    ...(spec.problem ? [spec.problem] : placeProblems(files, spec.value)),
    ...(status.problem ? [status.problem] : []),
    ...nameProblem(files, status.value),
  ];
  if (problems.length > 0 || !spec.value) {
    return { problem: problems.join('\n') };
  }
  return { spec: spec.value, ...(status.value && { status: status.value }) };
}

function attempt<T>(
  file: string,
  text: string,
  parse: (text: string) => T,
): { value?: T; problem?: string } {
  try {
    return { value: parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problem: `${file}: ${message}` };
  }
}

function placeProblems(
  { environment, name }: ClusterFiles,
  spec: ClusterSpec | undefined,
): string[] {
  const problems: string[] = [];
  if (spec && spec.metadata.name !== name) {
    problems.push(
      `cluster.yaml: metadata.name is "${spec.metadata.name}", but its folder is "${name}"`,
    );
  }
  if (spec && spec.spec.environment !== environment) {
    problems.push(
      `cluster.yaml: spec.environment is "${spec.spec.environment}", but its folder is in "${environment}"`,
    );
  }
  return problems;
}

function nameProblem(
  { name }: ClusterFiles,
  status: ClusterStatus | undefined,
): string[] {
  return status && status.metadata.name !== name
    ? [
        `status.yaml: metadata.name is "${status.metadata.name}", but its folder is "${name}"`,
      ]
    : [];
}
