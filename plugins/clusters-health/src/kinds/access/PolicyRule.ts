/**
 * One rule of a ClusterRole.
 *
 * @public
 */
export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

/** What reading means in RBAC. */
export const readVerbs = ['get', 'list', 'watch'];
