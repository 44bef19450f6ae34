import { AwsPartition } from '../regions';
import { VersionProfileName, VersionSet } from '../versions';
import { CLUSTERWORKS_API_VERSION } from './clusterSpecSchema';
import { NodePoolSpec } from './nodePoolSchema';

/** A pool with every default filled. */
export type ResolvedNodePool = {
  name: string;
  preset: 'general' | 'gpu' | 'custom';
  architectures: ('amd64' | 'arm64')[];
  /** Empty: any category. */
  instanceCategories: string[];
  /** Empty: any family. */
  instanceFamilies: string[];
  minGeneration?: number;
  capacityTypes: ('spot' | 'on-demand')[];
  /** True: it becomes two pools, on-demand first. */
  preferOnDemand: boolean;
  /** Resource to Kubernetes quantity; of both pools together. */
  limits: Record<string, string>;
  consolidation: {
    policy: 'WhenEmpty' | 'WhenEmptyOrUnderutilized';
    after: string;
  };
  budgets: NonNullable<NodePoolSpec['budgets']>;
  requirements: NonNullable<NodePoolSpec['requirements']>;
  taints: NonNullable<NodePoolSpec['taints']>;
  labels: Record<string, string>;
  weight?: number;
  /** Duration or `Never`. */
  expireAfter: string;
};

/** A cluster spec with every default filled. */
export type ResolvedClusterSpec = {
  apiVersion: typeof CLUSTERWORKS_API_VERSION;
  kind: 'Cluster';
  metadata: {
    name: string;
    owner: string;
    system?: string;
    description?: string;
  };
  spec: {
    environment: string;
    region: string;
    /** Of the region. */
    partition: AwsPartition;
    /** `amazonaws.com` or `amazonaws.com.cn`. */
    dnsSuffix: string;
    accountId?: string;
    tags: Record<string, string>;
    versions: VersionSet & { profile: VersionProfileName };
    network: {
      vpcCidr: string;
      secondaryCidrs: string[];
      /** Zone names, two at least. */
      zones: string[];
      natGateways: 'single' | 'perZone';
      nodesInPublicSubnets: boolean;
      endpoint: {
        public: boolean;
        allowedCidrs: string[];
        /** Besides the nodes, who are let in by their security group. */
        privateCidrs: string[];
      };
    };
    access: { adminRoleArns: string[]; portalRoleArn?: string };
    systemNodes: { instanceTypes: string[]; min: number; max: number };
    cilium: {
      prefixDelegation: boolean;
      encryption: 'none' | 'wireguard';
      hubble: boolean;
      clusterMesh: { enabled: boolean; id: number; peers: string[] };
      networkPolicies: 'none' | 'baseline';
    };
    karpenter: {
      namespace: string;
      /** Such as `v20261112`. */
      amiRelease: string;
      /** Whether nodes carry tags of cluster, environment and owner. */
      ownerTags: boolean;
      nodePools: ResolvedNodePool[];
    };
    observability: { serviceMonitors: boolean; dashboards: boolean };
    hardening: { guardDuty: boolean; podDisruptionBudgets: boolean };
    gitops: { argocd: boolean; handedOver: boolean };
  };
};
