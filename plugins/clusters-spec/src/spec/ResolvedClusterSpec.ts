import type { AwsPartition } from '../regions';
import type { VersionProfileName, VersionSet } from '../versions';
import type { CLUSTERWORKS_API_VERSION } from './clusterSpecSchema';
import type { controlPlaneLogs } from './loggingSchema';
import type { endpointServices } from './networkSchema';
import type { NodePoolSpec } from './nodePoolSchema';
import type { ResolvedAddons } from './resolveAddons';

/**
 * An AWS service that the VPC reaches through a VPC endpoint.
 *
 * @public
 */
export type EndpointService = (typeof endpointServices)[number];

/**
 * A log of the control plane.
 *
 * @public
 */
export type ControlPlaneLog = (typeof controlPlaneLogs)[number];

/**
 * A pool with every default filled.
 *
 * @public
 */
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
  /** True when the pool becomes two NodePools, on-demand first. */
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
  terminationGracePeriod?: string;
  amiFamily: 'al2023' | 'bottlerocket';
  /** Set where each node has Elastic Fabric Adapters. */
  efa?: NonNullable<NodePoolSpec['efa']>;
  volume?: NodePoolSpec['volume'];
  kubelet?: NodePoolSpec['kubelet'];
};

/**
 * A cluster spec with every default filled.
 *
 * @public
 */
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
    /** AWS partition of the region. */
    partition: AwsPartition;
    /** `amazonaws.com` or `amazonaws.com.cn`. */
    dnsSuffix: string;
    accountId?: string;
    tags: Record<string, string>;
    versions: VersionSet & { profile: VersionProfileName };
    network: {
      vpcCidr: string;
      secondaryCidrs: string[];
      existing?: {
        vpcId: string;
        nodeSubnetIds: string[];
        controlPlaneSubnetIds: string[];
      };
      ipamPoolId?: string;
      /** Zone names, two at least. */
      zones: string[];
      natGateways: 'single' | 'perZone';
      nodesInPublicSubnets: boolean;
      interfaceEndpoints: EndpointService[];
      endpoint: {
        public: boolean;
        allowedCidrs: string[];
        /**
         * Networks that reach the private endpoint besides the nodes, whose
         * access comes from their security group.
         */
        privateCidrs: string[];
      };
    };
    iam: { permissionsBoundaryArn?: string; roleNamePrefix: string };
    access: { adminRoleArns: string[]; portalRoleArn?: string };
    systemNodes: {
      instanceTypes: string[];
      min: number;
      max: number;
      volume: { size: string; kmsKeyArn?: string };
    };
    cilium: {
      prefixDelegation: boolean;
      encryption: 'none' | 'wireguard';
      hubble: boolean;
      clusterMesh: {
        enabled: boolean;
        id: number;
        peers: string[];
        peerCidrs: string[];
      };
      networkPolicies: 'none' | 'baseline';
    };
    karpenter: {
      namespace: string;
      /** Such as `v20261112`. */
      amiRelease: string;
      /** Set when a pool uses Bottlerocket. */
      bottlerocketRelease?: string;
      registryMirrors: { registry: string; endpoints: string[] }[];
      /** Whether nodes carry tags of cluster, environment and owner. */
      ownerTags: boolean;
      /** While it is set, no node is replaced voluntarily. */
      freeze?: { until: string; reason?: string };
      nodePools: ResolvedNodePool[];
    };
    logging: {
      controlPlane: ControlPlaneLog[];
      flowLogs: boolean;
      retentionDays: number;
    };
    addons: ResolvedAddons;
    observability: { serviceMonitors: boolean; dashboards: boolean };
    hardening: { guardDuty: boolean; podDisruptionBudgets: boolean };
    gitops: { argocd: boolean; handedOver: boolean };
    /** Set while the cluster is being taken down. */
    decommission?: { stage: 'draining'; reason?: string };
  };
};
