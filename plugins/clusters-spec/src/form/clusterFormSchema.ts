import { z } from 'zod';
import { clusterSpecSchema, nodePoolPresets, nodePoolSchema } from '../spec';
import { list, quantitySchema, text, whole } from '../spec/leafSchemas';

const { metadata, spec } = clusterSpecSchema.shape;
const { network } = spec.shape;
const endpoint = network.shape.endpoint.unwrap().shape;
const access = spec.shape.access.unwrap().shape;

/**
 * One node pool in the form: as in the spec, with flat limits.
 *
 * @public
 */
export const nodePoolFormSchema = nodePoolSchema
  .omit({ name: true, limits: true })
  .extend({
    preset: z.enum(nodePoolPresets),
    /** Default: the preset's name. */
    name: nodePoolSchema.shape.name.optional(),
    /** vCPU of the whole pool, a quantity such as "2000". */
    cpuLimit: quantitySchema.optional(),
    /** Memory of the whole pool, a quantity such as "4000Gi". */
    memoryLimit: quantitySchema.optional(),
    /** GPUs of the whole pool, a quantity such as "100". */
    gpuLimit: quantitySchema.optional(),
  });

/**
 * One node pool in the form.
 *
 * @public
 */
export type NodePoolFormValues = z.infer<typeof nodePoolFormSchema>;

/**
 * Values of the Create Cluster form. Its parts are those of the spec, so that
 * the form's patterns and choices are the spec's.
 *
 * @public
 */
export const clusterFormSchema = z.strictObject({
  name: metadata.shape.name,
  owner: metadata.shape.owner,
  system: metadata.shape.system,
  description: metadata.shape.description,
  environment: spec.shape.environment,
  region: spec.shape.region,
  accountId: spec.shape.accountId,
  profile: spec.shape.versions.unwrap().shape.profile,
  vpcCidr: network.shape.vpcCidr,
  zones: whole(2, 6).optional(),
  natGateways: network.shape.natGateways,
  publicEndpoint: endpoint.public,
  endpointAllowedCidrs: endpoint.allowedCidrs,
  adminRoleArns: access.adminRoleArns,
  portalRoleArn: access.portalRoleArn,
  /**
   * A part of `spec`, which the schema of the spec checks. It may have any
   * value. Where a field above has one too, that of the field is taken: the
   * template of Clusterworks asks for `zones`, the NAT gateways, the endpoint
   * and the roles here, and templates of others by their fields.
   */
  options: z.record(z.string(), z.unknown()).optional(),
  nodePools: list(nodePoolFormSchema, 100)
    .min(1, 'must hold at least one pool')
    .optional(),
  /**
   * Why the cluster may share addresses with another one; stands in the pull
   * request, not in the spec.
   */
  overlapAcknowledgement: text(500).optional(),
  /**
   * The review step stores no value, but the scaffolder needs a name for its
   * field.
   */
  preview: z.unknown().optional(),
});

/**
 * Values of the Create Cluster form.
 *
 * @public
 */
export type ClusterFormValues = z.infer<typeof clusterFormSchema>;
