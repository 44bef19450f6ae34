import { SourceState } from '@clusterworks/plugin-clusters-common';
import {
  CiliumEndpointFacts,
  CiliumNodeFacts,
  ConfigMapFacts,
  CrdFacts,
  EventFacts,
  LeaseFacts,
  NameFacts,
  NodeClaimFacts,
  NodeClassFacts,
  NodeFacts,
  NodePoolFacts,
  PdbFacts,
  PodFacts,
  WorkloadFacts,
} from './facts';

/** The facts that are kept of each kind, by the name of its source. */
export interface FactsBySource {
  nodes: NodeFacts;
  nodepools: NodePoolFacts;
  nodeclaims: NodeClaimFacts;
  ec2nodeclasses: NodeClassFacts;
  ciliumnodes: CiliumNodeFacts;
  deployments: WorkloadFacts;
  daemonsets: WorkloadFacts;
  leases: LeaseFacts;
  configmaps: ConfigMapFacts;
  pods: PodFacts;
  events: EventFacts;
  ciliumendpoints: CiliumEndpointFacts;
  ciliumidentities: NameFacts;
  poddisruptionbudgets: PdbFacts;
  customresourcedefinitions: CrdFacts;
}

/** Name of a source: `source` of a `ClusterResource`. */
export type SourceName = keyof FactsBySource;

/** What is known of one kind of object. */
export interface ResourceFacts<T> {
  state: SourceState;
  /** Why the state is not `ok`, in a few words. */
  reason?: string;
  items: readonly T[];
  /** Objects that could not be read at all (no name). */
  unreadable?: number;
  /**
   * When the items were read, in milliseconds since 1970; undefined when they
   * are followed, and so are as of now. What is read now and then must not be
   * judged as if it were of now.
   */
  readAt?: number;
}

/** Everything that is known of a cluster at one moment. */
export interface Snapshot {
  cluster: string;
  /** As the API server says it, for example `v1.35.4-eks-1a2b3c4`. */
  serverVersion?: string;
  resources: { [S in SourceName]: ResourceFacts<FactsBySource[S]> };
}
