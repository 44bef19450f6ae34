/**
 * `spec.type` of the `Resource` entities that stand for clusters.
 *
 * @public
 */
export const CLUSTER_ENTITY_TYPE = 'kubernetes-cluster';

/**
 * Type of the location of discovered clusters; its target is the ARN.
 *
 * @public
 */
export const EKS_LOCATION_TYPE = 'aws-eks';

/**
 * Prefix of all labels and annotations of this suite.
 *
 * @public
 */
export const CLUSTERWORKS_PREFIX = 'clusterworks.dev/';

/**
 * Labels that clusters are queried by.
 *
 * @public
 */
export const clusterLabels = {
  environment: 'clusterworks.dev/environment',
  region: 'clusterworks.dev/region',
  account: 'clusterworks.dev/account',
  kubernetesVersion: 'clusterworks.dev/kubernetes-version',
  kubernetesVersionMinor: 'clusterworks.dev/kubernetes-version-minor',
  karpenterVersion: 'clusterworks.dev/karpenter-version',
  karpenterVersionMinor: 'clusterworks.dev/karpenter-version-minor',
  ciliumVersion: 'clusterworks.dev/cilium-version',
  ciliumVersionMinor: 'clusterworks.dev/cilium-version-minor',
  health: 'clusterworks.dev/health',
  phase: 'clusterworks.dev/phase',
  provisioned: 'clusterworks.dev/provisioned',
} as const;

/**
 * This suite's own annotations on cluster entities.
 *
 * @public
 */
export const clusterAnnotations = {
  /** Versions that the spec wants; the labels show what was observed. */
  desiredKubernetesVersion: 'clusterworks.dev/desired-kubernetes-version',
  desiredKarpenterVersion: 'clusterworks.dev/desired-karpenter-version',
  desiredCiliumVersion: 'clusterworks.dev/desired-cilium-version',
  /** Names of the NodePools that the spec makes, separated by commas. */
  nodePools: 'clusterworks.dev/node-pools',
  /** Release of the node images that the spec pins, such as `v20261112`. */
  imageRelease: 'clusterworks.dev/image-release',
  /** Tags that the spec wants on nodes: a JSON object. */
  nodeTags: 'clusterworks.dev/node-tags',
  /** Path of `cluster.yaml` in its repository. */
  specPath: 'clusterworks.dev/spec-path',
  /** The VPC's address blocks, separated by commas, the primary one first. */
  vpcCidrs: 'clusterworks.dev/vpc-cidrs',
  /** Ranges of pods outside of the VPC's, separated by commas. */
  podCidrs: 'clusterworks.dev/pod-cidrs',
  /** Ranges of Services, separated by commas. */
  serviceCidrs: 'clusterworks.dev/service-cidrs',
  /** Ranges of other clusters of the mesh, separated by commas. */
  meshCidrs: 'clusterworks.dev/mesh-cidrs',
  /** Karpenter's interruption queue, once the cluster is provisioned. */
  interruptionQueue: 'clusterworks.dev/interruption-queue',
  /** RFC 3339, when Terraform last published `status.yaml`. */
  appliedAt: 'clusterworks.dev/applied-at',
  /** RFC 3339, when a freeze of disruption should end; absent without one. */
  frozenUntil: 'clusterworks.dev/frozen-until',
  /** `draining` while git says that the cluster is being taken down. */
  decommission: 'clusterworks.dev/decommission',
  /** Why the entity differs from the files in git, if those are broken. */
  problem: 'clusterworks.dev/problem',
  /**
   * The entity that holds this cluster's name; this cluster is refused and not
   * read.
   */
  nameTakenBy: 'clusterworks.dev/name-taken-by',
} as const;

/**
 * Selects the pods that the Kubernetes tab shows on a cluster.
 *
 * @public
 */
export const CLUSTER_LABEL_SELECTOR =
  'app.kubernetes.io/name in (karpenter,cilium-agent,cilium-operator,cilium-envoy,hubble-relay)';
