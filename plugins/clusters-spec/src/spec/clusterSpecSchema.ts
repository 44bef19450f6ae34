import { z } from 'zod';
import { versionProfileNames } from '../versions/versionProfiles';
import {
  accountIdSchema,
  cidrSchema,
  clusterNameSchema,
  descriptionSchema,
  dnsLabelSchema,
  environmentSchema,
  imageReleaseSchema,
  instanceTypeSchema,
  kubernetesVersionSchema,
  list,
  mapping,
  ownerSchema,
  regionSchema,
  releaseVersionSchema,
  roleArnSchema,
  systemSchema,
  text,
  whole,
} from './leafSchemas';
import { nodePoolSchema } from './nodePoolSchema';

/** `apiVersion` of every file of ours. */
export const CLUSTERWORKS_API_VERSION = 'clusterworks.dev/v1alpha1';

/** AWS allows 50 tags; those of the blueprint and of Karpenter count, too. */
const tagsSchema = mapping(
  text(128).regex(
    /^(?!aws:)[\p{L}\p{N} _.:/=+\-@]{1,128}$/u,
    'must be an AWS tag key: at most 128 characters, not starting with "aws:"',
  ),
  text(256).regex(
    /^[\p{L}\p{N} _.:/=+\-@]{0,256}$/u,
    'must be an AWS tag value: at most 256 letters, digits, spaces and _.:/=+-@',
  ),
  40,
);

/** Rules of an EKS public endpoint, and a third of a security group's. */
const MOST_ENDPOINT_CIDRS = 40;

const versionsSchema = z.strictObject({
  profile: z.enum(versionProfileNames).optional(),
  kubernetes: kubernetesVersionSchema.optional(),
  karpenter: releaseVersionSchema.optional(),
  cilium: releaseVersionSchema.optional(),
  /** Of the hub that manages the cluster; checked with `gitops.argocd`. */
  argocd: releaseVersionSchema.optional(),
});

const networkSchema = z.strictObject({
  vpcCidr: cidrSchema,
  secondaryCidrs: list(cidrSchema, 4).optional(),
  zones: z
    .union([
      whole(2, 6),
      list(text(32), 6).min(2, 'must name at least two zones: EKS needs them'),
    ])
    .optional(),
  natGateways: z.enum(['single', 'perZone']).optional(),
  nodesInPublicSubnets: z.boolean().optional(),
  endpoint: z
    .strictObject({
      public: z.boolean().optional(),
      /** Who reaches the public endpoint. */
      allowedCidrs: list(cidrSchema, MOST_ENDPOINT_CIDRS).optional(),
      /** Who reaches the private one; default: the VPC's own ranges. */
      privateCidrs: list(cidrSchema, MOST_ENDPOINT_CIDRS).optional(),
    })
    .optional(),
});

const ciliumSchema = z.strictObject({
  prefixDelegation: z.boolean().optional(),
  encryption: z.enum(['none', 'wireguard']).optional(),
  hubble: z.boolean().optional(),
  clusterMesh: z
    .strictObject({
      enabled: z.boolean().optional(),
      id: whole(0, 127).optional(),
      /** Names of other clusters of the fleet. */
      peers: list(clusterNameSchema, 126).optional(),
    })
    .optional(),
  networkPolicies: z.enum(['none', 'baseline']).optional(),
});

/**
 * The single source of truth for one cluster (`cluster.yaml`).
 * Only what is written in git: no defaults. Rules that span several fields
 * are checked by {@link collectClusterSpecIssues}.
 */
export const clusterSpecSchema = z.strictObject({
  apiVersion: z.literal(CLUSTERWORKS_API_VERSION),
  kind: z.literal('Cluster'),
  metadata: z.strictObject({
    name: clusterNameSchema,
    owner: ownerSchema,
    system: systemSchema.optional(),
    description: descriptionSchema.optional(),
  }),
  spec: z.strictObject({
    environment: environmentSchema,
    region: regionSchema,
    accountId: accountIdSchema.optional(),
    tags: tagsSchema.optional(),
    versions: versionsSchema.optional(),
    network: networkSchema,
    access: z
      .strictObject({
        adminRoleArns: list(roleArnSchema, 50).optional(),
        portalRoleArn: roleArnSchema.optional(),
      })
      .optional(),
    systemNodes: z
      .strictObject({
        // As many as one EKS node group may name, and have.
        instanceTypes: list(instanceTypeSchema, 20)
          .min(1, 'must name at least one instance type')
          .optional(),
        min: whole(1, 450).optional(),
        max: whole(1, 450).optional(),
      })
      .optional(),
    cilium: ciliumSchema.optional(),
    karpenter: z
      .strictObject({
        namespace: dnsLabelSchema.optional(),
        /** Machine images of all pools; a new one replaces their nodes. */
        amiRelease: imageReleaseSchema.optional(),
        /**
         * Whether nodes and their volumes say in AWS whose they are. Written at
         * creation; switching it on later replaces the nodes.
         */
        ownerTags: z.boolean().optional(),
        nodePools: list(nodePoolSchema, 100)
          .min(1, 'must hold at least one pool')
          .optional(),
      })
      .optional(),
    observability: z
      .strictObject({
        serviceMonitors: z.boolean().optional(),
        dashboards: z.boolean().optional(),
      })
      .optional(),
    hardening: z
      .strictObject({
        guardDuty: z.boolean().optional(),
        podDisruptionBudgets: z.boolean().optional(),
      })
      .optional(),
    gitops: z
      .strictObject({
        argocd: z.boolean().optional(),
        /**
         * Argo CD owns Cilium and Karpenter, and Terraform has let go of
         * them. Not before the first apply: without Cilium no node is Ready.
         */
        handedOver: z.boolean().optional(),
      })
      .optional(),
  }),
});

/** What is in git: defaults are not baked in. */
export type ClusterSpec = z.infer<typeof clusterSpecSchema>;
