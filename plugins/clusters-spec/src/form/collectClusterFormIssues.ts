import type { ClusterSpecIssue } from '../spec';
import { collectClusterSpecIssues, formatSpecPath } from '../spec';
import { clusterFormFields, nodePoolFormFields } from './clusterFormFields';
import {
  clusterSpecDocumentFromForm,
  unknownFieldIssues,
} from './clusterSpecFromForm';

/**
 * A problem of the spec, and the form field that it comes from.
 *
 * @public
 */
export type ClusterFormIssue = ClusterSpecIssue & {
  /** Such as `vpcCidr` or `nodePools[0].cpuLimit`; absent when none fits. */
  field?: string;
};

/**
 * Every problem of the form's values at once: exactly those that the actions
 * and the command line report, each with its field.
 *
 * @public
 */
export function collectClusterFormIssues(values: unknown): ClusterFormIssue[] {
  const unknown = unknownFieldIssues(values).map(issue => ({
    ...issue,
    ...(issue.path ? { field: issue.path } : {}),
  }));
  const issues = collectClusterSpecIssues(clusterSpecDocumentFromForm(values));
  return [
    ...unknown,
    ...issues.map(issue => {
      const field =
        clusterFormFieldOf(issue.path) ??
        (issue.path.startsWith('spec.') ? 'options' : undefined);
      return field ? { ...issue, field } : issue;
    }),
  ];
}

/**
 * The form field of a path in the spec: `nodePools[0].cpuLimit` for
 * `spec.karpenter.nodePools[0].limits.cpu`.
 *
 * @public
 */
export function clusterFormFieldOf(specPath: string): string | undefined {
  for (const [field, path] of Object.entries(clusterFormFields)) {
    const rest = below(specPath, formatSpecPath(path));
    if (rest !== undefined) {
      return field + (field === 'nodePools' ? nodePoolRest(rest) : rest);
    }
  }
  return undefined;
}

function nodePoolRest(rest: string): string {
  const match = /^(\[\d+\])\.(.*)$/.exec(rest);
  if (!match) {
    return rest;
  }
  const [, index, path] = match;
  for (const [field, place] of Object.entries(nodePoolFormFields)) {
    if (below(path, formatSpecPath(place)) !== undefined) {
      return `${index}.${field}`;
    }
  }
  return rest;
}

function below(path: string, outer: string): string | undefined {
  if (path === outer) {
    return '';
  }
  const rest = path.startsWith(outer) ? path.slice(outer.length) : '';
  return /^[.[]/.test(rest) ? rest : undefined;
}
