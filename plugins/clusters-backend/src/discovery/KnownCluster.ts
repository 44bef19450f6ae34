import type {
  ClusterSource,
  OtherClaim,
  RangeKind,
} from '@clusterworks/plugin-clusters-common';

/**
 * The facts about a cluster that permission rules evaluate.
 *
 * @public
 */
export interface ClusterResourceFacts {
  name: string;
  entityRef: string;
  /** Full entity reference of the owner. */
  owner?: string;
  environment?: string;
  labels: Record<string, string>;
}

/** Where and how to connect to a cluster, in the terms of plugin-kubernetes. */
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

/** A range of addresses that a description gives. */
export interface DescribedRange {
  kind: RangeKind;
  /** `10.40.0.0/16`. */
  cidr: string;
}

/** A cluster as one entity of the catalog, or the configuration, describes it. */
export interface FoundCluster extends ClusterResourceFacts {
  source: ClusterSource;
  /** Location of its entity, in the catalog's notation. */
  location?: string;
  /** Unique key of the place where the cluster is described. */
  place: string;
  /** ARN of the EKS cluster, once account, region and EKS name are known. */
  arn?: string;
  /**
   * Address of the API server and, for AWS tokens, the EKS name in the token.
   */
  endpoint?: string;
  region?: string;
  accountId?: string;
  /** Full entity reference of the system that it is part of. */
  system?: string;
  /**
   * References of the components that depend on it, sorted; absent without an
   * entity.
   */
  components?: string[];
  /** Its ranges of addresses, as far as they are described. */
  ranges: DescribedRange[];
  /** Why ranges of the cluster are not known, wholly or in part. */
  rangesUnknown?: string;
  /** Versions that the spec wants. */
  desired: { kubernetes?: string; karpenter?: string; cilium?: string };
  /** Names of the NodePools that the spec makes; absent when not known. */
  wantedPools?: string[];
  /** Release of the node images that the spec pins. */
  wantedImages?: string;
  /** Tags that the spec wants on nodes. */
  wantedTags?: Record<string, string>;
  /** When the freeze of disruption that git wants should end, RFC 3339. */
  frozenUntil?: string;
  /** When `status.yaml` was last published, as it says, RFC 3339. */
  appliedAt?: string;
  /** Whether git says that the cluster is being taken down. */
  isLeaving?: boolean;
  /** Why the entity differs from the files in git, if it does. */
  problem?: string;
  /** Whether the cluster has an API server. */
  provisioned: boolean;
  /** Where and how to connect; absent when no connection may be made. */
  details?: ClusterDetails;
  /** Why no connection is tried although the cluster is provisioned. */
  refusal?: string;
  /**
   * Why clusters of this kind are not read: no connection is made and nothing
   * is sent.
   */
  notRead?: string;
  /**
   * Whether the operator of the portal described the cluster, not a user of the
   * catalog.
   */
  trusted: boolean;
}

/** Another description that claims the cluster or its name. */
export interface Claim {
  reason: OtherClaim['reason'];
  source: ClusterSource;
  /** The facts that decide who may see the claimant. */
  claimant: ClusterResourceFacts;
}

/** A cluster of the fleet, with its identity and a name that is unique. */
export interface KnownCluster extends FoundCluster {
  /** Key of all stored data of the cluster. */
  identity: string;
  /**
   * Other descriptions that claim this cluster or its name; they are not read.
   */
  otherClaims: Claim[];
}
