import { ClusterResource, clusterResources } from './clusterResources';
import { type PolicyRule, readVerbs } from './PolicyRule';
import { readersBinding } from './readersBinding';

/** Name of the read-only ClusterRole and of its binding. */
export const READER_ROLE_NAME = 'clusterworks-reader';

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
              verbs: readVerbs,
            },
          ]
        : []),
      ...named.map(({ plural, resource }) => ({
        apiGroups: [group],
        resources: [plural],
        resourceNames: onlyNamed[resource],
        verbs: readVerbs,
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
  return readersBinding(READER_ROLE_NAME);
}
