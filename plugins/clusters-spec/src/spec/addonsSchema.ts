import { z } from 'zod';
import {
  addonVersionSchema,
  hostedZoneIdSchema,
  hostNameSchema,
  kmsKeyArnSchema,
} from './awsSchemas';
import { list, releaseVersionSchema } from './leafSchemas';

const enabled = z.boolean().optional();

/** An add-on of EKS; without a version EKS's default for the Kubernetes minor. */
const eksAddon = { version: addonVersionSchema.optional() };

/** Hosted zones of Route 53 whose records an add-on changes. */
const hostedZoneIds = list(hostedZoneIdSchema, 50).optional();

/**
 * What a cluster runs besides Cilium and Karpenter. An absent add-on is off.
 * The defaults are written into the file of a new cluster only, because a
 * second default StorageClass or controller would harm a running cluster.
 *
 * @public
 */
export const addonsSchema = z.strictObject({
  coreDns: z.strictObject(eksAddon).optional(),
  podIdentityAgent: z.strictObject(eksAddon).optional(),
  /** PersistentVolumes, and the encrypted default StorageClass `gp3`. */
  ebsCsiDriver: z
    .strictObject({
      enabled,
      ...eksAddon,
      /**
       * KMS key of the volumes; the key of an existing StorageClass cannot be
       * changed.
       */
      kmsKeyArn: kmsKeyArnSchema.optional(),
    })
    .optional(),
  /** VolumeSnapshots: definitions and controller. */
  snapshotController: z.strictObject({ enabled, ...eksAddon }).optional(),
  metricsServer: z.strictObject({ enabled, ...eksAddon }).optional(),
  /** Ingresses of class `alb`, Services of class `service.k8s.aws/nlb`. */
  loadBalancerController: z
    .strictObject({ enabled, version: releaseVersionSchema.optional() })
    .optional(),
  externalDns: z
    .strictObject({
      enabled,
      ...eksAddon,
      hostedZoneIds,
      /** Empty: every domain of the zones. */
      domains: list(hostNameSchema, 50).optional(),
    })
    .optional(),
  certManager: z
    .strictObject({ enabled, ...eksAddon, hostedZoneIds })
    .optional(),
});

/**
 * `spec.addons` as it is written in git.
 *
 * @public
 */
export type AddonsSpec = z.infer<typeof addonsSchema>;

/**
 * Add-ons that every new cluster gets.
 *
 * @public
 */
export const addonsOfNewClusters = [
  'ebsCsiDriver',
  'metricsServer',
  'loadBalancerController',
] as const satisfies readonly (keyof AddonsSpec)[];
