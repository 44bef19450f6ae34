import {
  clusterResources,
  READERS_GROUP,
} from '@clusterworks/plugin-clusters-common';
import { Manifest } from '../karpenter/Manifest';

/** Name of the ClusterRole and of its binding. */
export const READERS_ROLE = 'clusterworks-readers';

const VERBS = ['get', 'list', 'watch'];

/** Kinds that are shown when they exist, besides those of the assessment. */
const alsoRead: Record<string, string[]> = {
  '': ['namespaces'],
  apps: ['replicasets'],
  'autoscaling.x-k8s.io': ['capacitybuffers'],
  'cilium.io': [
    'ciliumclusterwidenetworkpolicies',
    'ciliumendpointslices',
    'ciliumnetworkpolicies',
    'ciliumnodeconfigs',
  ],
  'karpenter.sh': ['nodeoverlays'],
};

/**
 * Read-only access of the portal: a ClusterRole with just the kinds that the
 * portal reads, no Secrets among them, and its binding to the group of the EKS
 * access entry. The charts' own roles would give too little or too much.
 */
export function readersAccess(): Manifest[] {
  const byGroup = new Map<string, Set<string>>();
  const add = (group: string, plural: string) =>
    byGroup.set(group, (byGroup.get(group) ?? new Set()).add(plural));
  clusterResources.forEach(each => add(each.group, each.plural));
  Object.entries(alsoRead).forEach(([group, plurals]) =>
    plurals.forEach(plural => add(group, plural)),
  );
  const labels = { 'app.kubernetes.io/part-of': 'clusterworks' };
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: READERS_ROLE, labels },
      rules: [...byGroup].map(([group, plurals]) => ({
        apiGroups: [group],
        resources: [...plurals].sort(),
        verbs: VERBS,
      })),
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: READERS_ROLE, labels },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: READERS_ROLE,
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: READERS_GROUP,
        },
      ],
    },
  ];
}
