/**
 * Names of AWS and Kubernetes objects that Terraform creates and manifests
 * refer to. One place, so that both sides agree. The longest stays below 64
 * characters (IAM) because cluster names have at most 32.
 *
 * @public
 */
export function clusterNames(name: string, rolePrefix = '') {
  const role = `${rolePrefix}${name}`;
  return {
    /** EKS cluster, Cilium `cluster.name`, Karpenter `settings.clusterName`. */
    eks: name,
    /** SQS queue of Karpenter. */
    interruptionQueue: `${name}-karpenter`,
    /** IAM role of nodes that Karpenter launches; `EC2NodeClass.spec.role`. */
    karpenterNodeRole: `${role}-karpenter-node`,
    /** IAM role of the Karpenter controller. */
    karpenterControllerRole: `${role}-karpenter`,
    /** IAM role of the Cilium operator. */
    ciliumOperatorRole: `${role}-cilium-operator`,
  } as const;
}

/**
 * Characters of `-cilium-operator`, the longest end of a role's name.
 *
 * @public
 */
export const LONGEST_ROLE_SUFFIX = 16;

/**
 * Tag by which Karpenter finds subnets and security groups; value: cluster.
 *
 * @public
 */
export const DISCOVERY_TAG = 'karpenter.sh/discovery';

/**
 * Taint that keeps pods off a node until Cilium runs on it.
 *
 * @public
 */
export const CILIUM_TAINT_KEY = 'node.cilium.io/agent-not-ready';

/**
 * Labels and annotations of the cluster Secret in the Argo CD hub. Terraform
 * writes them, the ApplicationSets read them. Identifier keys, because
 * `missingkey=error` does not see keys that need `index`.
 *
 * @public
 */
export const argocdClusterSecret = {
  labels: {
    /** Selects the clusters that our ApplicationSets manage; value "true". */
    managed: 'clusterworks.dev/gitops',
    environment: 'clusterworks.dev/environment',
  },
  annotations: {
    environment: 'environment',
    clusterName: 'cluster_name',
    ciliumVersion: 'cilium_version',
    karpenterVersion: 'karpenter_version',
    karpenterNamespace: 'karpenter_namespace',
    /** Host name of the API server, without `https://`. */
    apiHost: 'k8s_api_host',
    /** Name of the SQS queue. */
    interruptionQueue: 'interruption_queue',
    /** IAM role of the Karpenter controller; "" with Pod Identity. */
    karpenterRoleArn: 'karpenter_role_arn',
    /** Clone address and branch of the platform repository. */
    repoUrl: 'platform_repo_url',
    repoRevision: 'platform_repo_revision',
  },
} as const;
