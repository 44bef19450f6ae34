import { type PolicyRule, readVerbs } from './PolicyRule';
import { readersBinding } from './readersBinding';

/**
 * Name of the ClusterRole of the Kubernetes tab, and of its binding.
 *
 * @public
 */
const KUBERNETES_TAB_ROLE_NAME = 'clusterworks-kubernetes-tab';

/**
 * The resources that `@backstage/plugin-kubernetes` reads in every cluster,
 * unless `kubernetes.objectTypes` changes the list, and the usage of the pods
 * that it found.
 */
const resourcesByGroup: Record<string, string[]> = {
  '': ['pods', 'services', 'configmaps', 'limitranges', 'resourcequotas'],
  apps: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['jobs', 'cronjobs'],
  'networking.k8s.io': ['ingresses'],
  'metrics.k8s.io': ['pods'],
};

function policyRules(): PolicyRule[] {
  return Object.entries(resourcesByGroup).map(([group, resources]) => ({
    apiGroups: [group],
    resources,
    verbs: readVerbs,
  }));
}

/**
 * The ClusterRole with which `@backstage/plugin-kubernetes` can show the
 * workloads of a component.
 *
 * The role allows to read every ConfigMap, because the plugin selects
 * ConfigMaps by label, which RBAC cannot restrict. The role allows no Secrets
 * and no pod logs: the tab works without them.
 *
 * @public
 */
export function kubernetesTabClusterRole() {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: KUBERNETES_TAB_ROLE_NAME },
    rules: policyRules(),
  };
}

/**
 * Binds the role of the Kubernetes tab to the group of readers.
 *
 * @public
 */
export function kubernetesTabClusterRoleBinding() {
  return readersBinding(KUBERNETES_TAB_ROLE_NAME);
}
