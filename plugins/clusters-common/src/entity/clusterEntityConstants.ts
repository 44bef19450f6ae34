/** `spec.type` of the `Resource` entities that stand for clusters. */
export const CLUSTER_ENTITY_TYPE = 'kubernetes-cluster';

/** Prefix of all labels and annotations of this suite. */
export const CLUSTERWORKS_PREFIX = 'clusterworks.dev/';

/** Labels that clusters are queried by. */
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
  provisioned: 'clusterworks.dev/provisioned',
} as const;

/** Annotations of our own on cluster entities. */
export const clusterAnnotations = {
  /** Versions that the spec wants; the labels show what was observed. */
  desiredKubernetesVersion: 'clusterworks.dev/desired-kubernetes-version',
  desiredKarpenterVersion: 'clusterworks.dev/desired-karpenter-version',
  desiredCiliumVersion: 'clusterworks.dev/desired-cilium-version',
  /** Path of `cluster.yaml` in its repository. */
  specPath: 'clusterworks.dev/spec-path',
  /** The VPC's address blocks, separated by commas, the first one first. */
  vpcCidrs: 'clusterworks.dev/vpc-cidrs',
  /** Interruption queue of Karpenter, once provisioned. */
  interruptionQueue: 'clusterworks.dev/interruption-queue',
  /** RFC 3339, when Terraform last published `status.yaml`. */
  appliedAt: 'clusterworks.dev/applied-at',
  /** Why the files in git are not what the entity shows, if they are broken. */
  problem: 'clusterworks.dev/problem',
} as const;

/** Selects the pods that the Kubernetes tab shows on a cluster. */
export const CLUSTER_LABEL_SELECTOR =
  'app.kubernetes.io/name in (karpenter,cilium-agent,cilium-operator,cilium-envoy,hubble-relay)';
