import { ClusterResource, clusterResources } from './clusterResources';

/** The Kubernetes group that readers are in, for example by an EKS access entry. */
export const READER_GROUP = 'clusterworks:readers';

/** Name of the read-only ClusterRole and of its binding. */
export const READER_ROLE_NAME = 'clusterworks-reader';

/** One rule of a ClusterRole. */
export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

const verbs = ['get', 'list', 'watch'];

/** ConfigMaps may hold anything: only Cilium's own may be read. */
const onlyNamed: Record<string, string[]> = { configmaps: ['cilium-config'] };

/**
 * What has to be allowed to judge a cluster, and nothing more: reading the
 * kinds of `clusterResources`. No Secret, no change, no logs.
 *
 * ConfigMaps have to be listed with the field selector
 * `metadata.name=cilium-config`.
 */
export function readerPolicyRules(): PolicyRule[] {
  const byGroup = new Map<string, ClusterResource[]>();
  for (const resource of clusterResources) {
    byGroup.set(resource.group, [
      ...(byGroup.get(resource.group) ?? []),
      resource,
    ]);
  }
  return [...byGroup].flatMap(([group, resources]) => {
    const free = resources.filter(({ resource }) => !onlyNamed[resource]);
    const named = resources.filter(({ resource }) => onlyNamed[resource]);
    return [
      ...(free.length > 0
        ? [
            {
              apiGroups: [group],
              resources: free.map(({ plural }) => plural),
              verbs,
            },
          ]
        : []),
      ...named.map(({ plural, resource }) => ({
        apiGroups: [group],
        resources: [plural],
        resourceNames: onlyNamed[resource],
        verbs,
      })),
    ];
  });
}

/** The read-only ClusterRole, as it is written to the platform repository. */
export function readerClusterRole() {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: READER_ROLE_NAME },
    rules: readerPolicyRules(),
  };
}

/** Binds the role to the group of readers. */
export function readerClusterRoleBinding() {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: READER_ROLE_NAME },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: READER_ROLE_NAME,
    },
    subjects: [
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Group',
        name: READER_GROUP,
      },
    ],
  };
}
