/** What the permission rules look at. */
export interface ClusterResourceFacts {
  name: string;
  entityRef: string;
  /** Full entity reference of the owner. */
  owner?: string;
  environment?: string;
  labels: Record<string, string>;
}

/** Where and how to connect to a cluster, in the words of plugin-kubernetes. */
export interface ClusterDetails {
  name: string;
  url: string;
  /** Certificate authority: base64 of PEM, or a file of PEM. */
  caData?: string;
  caFile?: string;
  skipTLSVerify: boolean;
  /** Annotations under `kubernetes.io/`. */
  authMetadata: Record<string, string>;
}

/** A cluster that the catalog or the configuration names. */
export interface KnownCluster extends ClusterResourceFacts {
  region?: string;
  accountId?: string;
  /** Versions that the spec wants. */
  desired: { kubernetes?: string; karpenter?: string; cilium?: string };
  /** Whether it has an API server to speak to. */
  provisioned: boolean;
  /** Where and how to connect; absent when it must not be tried. */
  details?: ClusterDetails;
  /** Why no connection is tried although the cluster is provisioned. */
  refusal?: string;
  /** Why it is none that we read; it is neither connected to nor sent anything. */
  notRead?: string;
  /** Written by the operator of the portal, not by a user of the catalog. */
  trusted: boolean;
}
