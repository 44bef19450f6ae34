import { z } from 'zod';
import { versionProfileNames } from '../versions/versionProfiles';
import { addonsSchema } from './addonsSchema';
import {
  accountIdSchema,
  bottlerocketReleaseSchema,
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
  utcTimeSchema,
  whole,
} from './leafSchemas';
import { iamSchema } from './iamSchema';
import { loggingSchema } from './loggingSchema';
import { networkSchema } from './networkSchema';
import { nodePoolSchema } from './nodePoolSchema';
import { registryMirrorSchema, systemVolumeSchema } from './nodeSettingsSchema';

/**
 * `apiVersion` of every file of ours.
 *
 * @public
 */
export const CLUSTERWORKS_API_VERSION = 'clusterworks.dev/v1alpha1';

/** AWS allows 50 tags, including those of the blueprint and of Karpenter. */
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

const versionsSchema = z.strictObject({
  profile: z.enum(versionProfileNames).optional(),
  kubernetes: kubernetesVersionSchema.optional(),
  karpenter: releaseVersionSchema.optional(),
  cilium: releaseVersionSchema.optional(),
  /** Version of Argo CD on the hub that manages the cluster; checked with
   * `gitops.argocd`. */
  argocd: releaseVersionSchema.optional(),
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
      /** Ranges of the peers' VPCs, whose nodes and pods may connect. */
      peerCidrs: list(cidrSchema, 126).optional(),
    })
    .optional(),
  networkPolicies: z.enum(['none', 'baseline']).optional(),
});

/**
 * The single source of truth for one cluster (`cluster.yaml`).
 * Only what is written in git: no defaults. Rules that span several fields
 * are checked by {@link collectClusterSpecIssues}.
 *
 * @public
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
    iam: iamSchema.optional(),
    access: z
      .strictObject({
        adminRoleArns: list(roleArnSchema, 50).optional(),
        portalRoleArn: roleArnSchema.optional(),
      })
      .optional(),
    systemNodes: z
      .strictObject({
        // An EKS node group may name this many types, and have this many
        // nodes.
        instanceTypes: list(instanceTypeSchema, 20)
          .min(1, 'must name at least one instance type')
          .optional(),
        min: whole(1, 450).optional(),
        max: whole(1, 450).optional(),
        volume: systemVolumeSchema.optional(),
      })
      .optional(),
    cilium: ciliumSchema.optional(),
    karpenter: z
      .strictObject({
        namespace: dnsLabelSchema.optional(),
        /** Machine images of all pools; a new one replaces their nodes. */
        amiRelease: imageReleaseSchema.optional(),
        /** Machine images of pools with Bottlerocket. */
        bottlerocketRelease: bottlerocketReleaseSchema.optional(),
        /** Registry mirrors of all nodes; a change replaces the nodes. */
        registryMirrors: list(registryMirrorSchema, 20).optional(),
        /**
         * Whether nodes and their volumes carry the tags of cluster,
         * environment and owner. Set at creation; switching the tags on later
         * replaces the nodes.
         */
        ownerTags: z.boolean().optional(),
        /**
         * Nodes are not replaced voluntarily: every pool has a further budget
         * of 0. It ends when a change takes it out, not by the time alone.
         */
        freeze: z
          .strictObject({
            /** When people want it to end. */
            until: utcTimeSchema,
            reason: text(200).optional(),
          })
          .optional(),
        nodePools: list(nodePoolSchema, 100)
          .min(1, 'must hold at least one pool')
          .optional(),
      })
      .optional(),
    logging: loggingSchema.optional(),
    addons: addonsSchema.optional(),
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
         * Argo CD owns Cilium and Karpenter, and Terraform no longer manages
         * them. Must not be set before the first apply: without Cilium no node
         * is Ready.
         */
        handedOver: z.boolean().optional(),
      })
      .optional(),
    /**
     * The cluster is being taken down. Everything stays, but its node pools
     * launch nothing, and the nodes that they have launched are drained.
     */
    decommission: z
      .strictObject({
        stage: z.literal('draining'),
        reason: text(200).optional(),
      })
      .optional(),
  }),
});

/**
 * A spec as written in git, without defaults.
 *
 * @public
 */
export type ClusterSpec = z.infer<typeof clusterSpecSchema>;
