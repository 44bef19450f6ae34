import type {
  Evidence,
  FindingSubject,
} from '@clusterworks/plugin-clusters-common';
import type { ConditionFacts } from '../kinds';

const apiVersions: Record<string, string> = {
  Node: 'v1',
  Pod: 'v1',
  ConfigMap: 'v1',
  Namespace: 'v1',
  NodePool: 'karpenter.sh/v1',
  NodeClaim: 'karpenter.sh/v1',
  EC2NodeClass: 'karpenter.k8s.aws/v1',
  CiliumNode: 'cilium.io/v2',
  CiliumEndpoint: 'cilium.io/v2',
  Deployment: 'apps/v1',
  DaemonSet: 'apps/v1',
  Lease: 'coordination.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
};

/** Kinds of objects that a finding can be about. */
export type SubjectKind =
  | 'Node'
  | 'Pod'
  | 'ConfigMap'
  | 'Namespace'
  | 'NodePool'
  | 'NodeClaim'
  | 'EC2NodeClass'
  | 'CiliumNode'
  | 'CiliumEndpoint'
  | 'Deployment'
  | 'DaemonSet'
  | 'Lease'
  | 'PodDisruptionBudget'
  | 'CustomResourceDefinition';

/** The subject of a finding. */
export function subjectOf(
  kind: SubjectKind,
  object: { name: string; namespace?: string },
): FindingSubject {
  const { name, namespace } = object;
  const subject = { apiVersion: apiVersions[kind], kind, name };
  return namespace ? { ...subject, namespace } : subject;
}

/**
 * The cluster as the subject, for findings that no single object represents.
 */
export function clusterSubject(cluster: string): FindingSubject {
  return {
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    name: cluster,
  };
}

/** One field with its value as evidence; long values are cut. */
export function evidenceOf(
  kind: string,
  object: { name: string; namespace?: string },
  path: string,
  value: unknown,
): Evidence {
  const prefix = object.namespace ? `${object.namespace}/` : '';
  return {
    object: `${kind}/${prefix}${object.name}`,
    path,
    value: sayValue(value),
  };
}

/** A condition as evidence; the condition may be absent. */
export function conditionEvidence(
  kind: string,
  object: { name: string; namespace?: string },
  type: string,
  condition: ConditionFacts | undefined,
): Evidence {
  const path = `status.conditions[${type}]`;
  const { status, reason, message = '' } = condition ?? {};
  return evidenceOf(kind, object, path, `${status} ${reason}: ${message}`);
}

function sayValue(value: unknown): string {
  if (value === undefined) {
    return '(absent)';
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
