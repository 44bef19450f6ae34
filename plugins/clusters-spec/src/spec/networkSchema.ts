import { z } from 'zod';
import { ipamPoolIdSchema, subnetIdSchema, vpcIdSchema } from './awsSchemas';
import { cidrSchema, list, text, whole } from './leafSchemas';

/** Rules of an EKS public endpoint, and a third of a security group's. */
const MOST_ENDPOINT_CIDRS = 40;

/**
 * Services that nodes and their add-ons call.
 *
 * @public
 */
export const endpointServices = [
  'ec2',
  'ecr.api',
  'ecr.dkr',
  'eks',
  'eks-auth',
  'elasticloadbalancing',
  'kms',
  'logs',
  'sqs',
  'ssm',
  'sts',
] as const;

/** VPC, subnets, gateways and endpoints of a cluster. */
export const networkSchema = z.strictObject({
  vpcCidr: cidrSchema,
  secondaryCidrs: list(cidrSchema, 4).optional(),
  /**
   * An existing VPC, which another account may share; its ranges are `vpcCidr`
   * and `secondaryCidrs`. Can be set at creation only.
   */
  existing: z
    .strictObject({
      vpcId: vpcIdSchema,
      /** Subnets of nodes and pods, in two zones at least. */
      nodeSubnetIds: list(subnetIdSchema, 30).min(
        2,
        'must name subnets in at least two zones: EKS needs them',
      ),
      /** Default: the subnets of the nodes. */
      controlPlaneSubnetIds: list(subnetIdSchema, 16)
        .min(2, 'must name subnets in at least two zones: EKS needs them')
        .optional(),
    })
    .optional(),
  /**
   * IPAM pool that `vpcCidr` is allocated from. Can be set at creation only.
   */
  ipamPoolId: ipamPoolIdSchema.optional(),
  zones: z
    .union([
      whole(2, 6),
      list(text(32), 6).min(2, 'must name at least two zones: EKS needs them'),
    ])
    .optional(),
  natGateways: z.enum(['single', 'perZone']).optional(),
  nodesInPublicSubnets: z.boolean().optional(),
  /**
   * AWS services with a VPC endpoint, which nodes reach without a NAT gateway;
   * each endpoint costs by the hour.
   */
  interfaceEndpoints: list(
    z.enum(endpointServices),
    endpointServices.length,
  ).optional(),
  endpoint: z
    .strictObject({
      public: z.boolean().optional(),
      /** Networks that reach the public endpoint. */
      allowedCidrs: list(cidrSchema, MOST_ENDPOINT_CIDRS).optional(),
      /** Networks that reach the private endpoint; default: the VPC's ranges. */
      privateCidrs: list(cidrSchema, MOST_ENDPOINT_CIDRS).optional(),
    })
    .optional(),
});
