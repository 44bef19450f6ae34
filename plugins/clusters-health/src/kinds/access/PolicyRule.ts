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

/** The verbs that RBAC needs for reading. */
export const readVerbs = ['get', 'list', 'watch'];
