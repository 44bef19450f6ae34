/**
 * The Kubernetes group of the readers, to which for example an EKS access entry
 * adds them.
 *
 * @public
 */
export const READER_GROUP = 'clusterworks:readers';

/** Binds a ClusterRole to the group of readers. */
export function readersBinding(roleName: string) {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: roleName },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: roleName,
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
