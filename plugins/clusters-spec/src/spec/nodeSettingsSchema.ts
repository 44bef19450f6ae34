import { z } from 'zod';
import { hostNameSchema, kmsKeyArnSchema } from './awsSchemas';
import { list, quantitySchema, text, whole } from './leafSchemas';

/** The root volume of a node; on Bottlerocket the one for containers. */
export const volumeSchema = z.strictObject({
  size: text(8)
    .regex(
      /^([2-9]\d|[1-9]\d{2,4})Gi$/,
      'must be 20Gi or more, in whole GiB such as 100Gi',
    )
    .optional(),
  type: z.enum(['gp3', 'io2']).optional(),
  iops: whole(100, 256_000).optional(),
  /** MiB/s, of gp3 only. */
  throughput: whole(125, 2_000).optional(),
  kmsKeyArn: kmsKeyArnSchema.optional(),
});

/** Resources that the kubelet reserves, so that pods cannot use them. */
const reservedSchema = z.strictObject({
  cpu: quantitySchema.optional(),
  memory: quantitySchema.optional(),
  'ephemeral-storage': quantitySchema.optional(),
  pid: quantitySchema.optional(),
});

/**
 * Settings of the kubelet, apart from those that follow from the number of
 * addresses.
 */
export const kubeletSchema = z.strictObject({
  systemReserved: reservedSchema.optional(),
  kubeReserved: reservedSchema.optional(),
});

/** Elastic Fabric Adapters, for pods that talk to each other over many nodes. */
export const efaSchema = z.strictObject({
  /**
   * The one instance type that the pool launches: types differ in their
   * network cards, and one NodeClass has one list of interfaces.
   */
  instanceType: text(64).regex(
    /^[a-z0-9-]+\.[a-z0-9-]+$/,
    'must be an instance type such as p5.48xlarge',
  ),
  /** Name of a placement group that exists, of strategy `cluster`. */
  placementGroup: text(255)
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]*$/,
      'must be the name of a placement group',
    )
    .optional(),
});

/** Operating systems of nodes. */
export const amiFamilySchema = z.enum(['al2023', 'bottlerocket']);

/** Where nodes pull the images of a registry from. */
export const registryMirrorSchema = z.strictObject({
  registry: hostNameSchema,
  /** Tried in this order, before the registry itself. */
  endpoints: list(
    text(253).regex(
      /^https:\/\/[a-z0-9][-a-z0-9.]{0,200}(:\d{1,5})?$/,
      'must be an https address without a path, such as https://mirror.example.com',
    ),
    5,
  ).min(1, 'must name at least one mirror'),
});

/** Root volume of the system nodes. */
export const systemVolumeSchema = volumeSchema.pick({
  size: true,
  kmsKeyArn: true,
});
