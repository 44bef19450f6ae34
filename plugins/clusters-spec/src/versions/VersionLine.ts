/**
 * Where a line of version data was read, and when.
 *
 * @public
 */
export type Provenance = { source: string; asOf: string };

/**
 * A Kubernetes minor version as EKS offers it.
 *
 * @public
 */
export type KubernetesLine = Provenance & {
  minor: string;
  /** End of standard support on EKS, YYYY-MM-DD. */
  standardUntil: string;
  /** End of extended support on EKS, YYYY-MM-DD. */
  extendedUntil: string;
};

/**
 * A minor line of a component and the Kubernetes minors it was tested with.
 *
 * @public
 */
export type ComponentLine = Provenance & {
  line: string;
  /** Lowest and highest Kubernetes minor of the vendor's list. */
  kubernetes: readonly [string, string];
  /** Newest patch release that was seen. */
  newest: string;
  /** End of maintenance, YYYY-MM-DD, when it is known. */
  endOfLife?: string;
};

/**
 * Releases that must or should not be used.
 *
 * @public
 */
export type KnownBad = Provenance & {
  component: 'karpenter' | 'cilium' | 'argocd';
  /** A semver range. */
  range: string;
  severity: 'error' | 'warning';
  reason: string;
  /** The release to take instead. */
  instead: string;
  /** The part that does not start because of the fault. */
  stops?: 'operator';
};
