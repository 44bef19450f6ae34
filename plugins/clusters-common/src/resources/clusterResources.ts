/**
 * One kind of Kubernetes object that is read from a cluster.
 *
 * `resource` is its name in captures (`<plural>[.<group>]`), `source` its name
 * in assessments.
 */
export interface ClusterResource {
  resource: string;
  source: string;
  group: string;
  /** Versions that we can read, preferred first. */
  versions: string[];
  plural: string;
  kind: string;
  namespaced: boolean;
  /** A verdict cannot be `healthy` while one of these is not `ok`. */
  required: boolean;
}

function define(
  kind: string,
  plural: string,
  group: string,
  versions: string[],
  options: { namespaced?: boolean; required?: boolean } = {},
): ClusterResource {
  return {
    resource: group ? `${plural}.${group}` : plural,
    source: plural,
    group,
    versions,
    plural,
    kind,
    namespaced: options.namespaced ?? false,
    required: options.required ?? false,
  };
}

const namespaced = { namespaced: true };
const required = { required: true };

/**
 * The kinds that a judgement is made from, in reading order.
 *
 * `deployments` and `daemonsets` are required because the Karpenter and Cilium
 * workloads are among them.
 */
export const clusterResources: readonly ClusterResource[] = [
  define('Node', 'nodes', '', ['v1'], required),
  define('NodePool', 'nodepools', 'karpenter.sh', ['v1'], required),
  define('NodeClaim', 'nodeclaims', 'karpenter.sh', ['v1'], required),
  define(
    'EC2NodeClass',
    'ec2nodeclasses',
    'karpenter.k8s.aws',
    ['v1'],
    required,
  ),
  define('CiliumNode', 'ciliumnodes', 'cilium.io', ['v2'], required),
  define('Deployment', 'deployments', 'apps', ['v1'], {
    namespaced: true,
    required: true,
  }),
  define('DaemonSet', 'daemonsets', 'apps', ['v1'], {
    namespaced: true,
    required: true,
  }),
  define('Lease', 'leases', 'coordination.k8s.io', ['v1'], namespaced),
  define('ConfigMap', 'configmaps', '', ['v1'], namespaced),
  define('Pod', 'pods', '', ['v1'], namespaced),
  define('Event', 'events', '', ['v1'], namespaced),
  define('CiliumEndpoint', 'ciliumendpoints', 'cilium.io', ['v2'], namespaced),
  define('CiliumIdentity', 'ciliumidentities', 'cilium.io', ['v2']),
  define(
    'PodDisruptionBudget',
    'poddisruptionbudgets',
    'policy',
    ['v1'],
    namespaced,
  ),
  define(
    'CustomResourceDefinition',
    'customresourcedefinitions',
    'apiextensions.k8s.io',
    ['v1'],
  ),
];
