import { z } from 'zod';
import {
  durationOrNeverSchema,
  instanceFamilySchema,
  labelKeySchema,
  labelValueSchema,
  list,
  mapping,
  poolNameSchema,
  quantitySchema,
  text,
  whole,
} from './leafSchemas';
import {
  amiFamilySchema,
  efaSchema,
  kubeletSchema,
  volumeSchema,
} from './nodeSettingsSchema';

/**
 * The purpose of a pool, which decides its defaults and its NodeClass.
 *
 * @public
 */
export const nodePoolPresets = ['general', 'gpu', 'custom'] as const;

/**
 * CPU architectures that a pool may launch.
 *
 * @public
 */
export const architectureSchema = z.enum(['amd64', 'arm64']);

/**
 * How capacity is bought.
 *
 * @public
 */
export const capacityTypeSchema = z.enum(['spot', 'on-demand']);

const cronField = String.raw`[\d*/,\-A-Za-z?]+`;

/**
 * How many nodes may be disrupted at once, and when.
 *
 * @public
 */
export const budgetSchema = z.strictObject({
  nodes: text(8).regex(
    /^((100|[0-9]{1,2})%|[0-9]+)$/,
    'must be a number in quotes or a percentage, such as "5" or 10%',
  ),
  /** Cron in UTC, or a macro such as @daily; only together with duration. */
  schedule: text(200)
    .regex(
      new RegExp(
        `^(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|${cronField}(\\s+${cronField}){4})$`,
      ),
      'must be five cron fields in UTC or a macro such as @daily',
    )
    .optional(),
  duration: text(16)
    .regex(
      /^(([0-9]+(h|m))|([0-9]+h[0-9]+m))(0s)?$/,
      'must be hours and minutes, such as 8h or 1h30m',
    )
    .optional(),
  reasons: list(z.enum(['Underutilized', 'Empty', 'Drifted']), 3)
    .min(1, 'must name at least one reason, or be left out')
    .optional(),
});

/**
 * A scheduling requirement, as in a Karpenter NodePool.
 *
 * @public
 */
export const requirementSchema = z.strictObject({
  key: labelKeySchema,
  operator: z.enum([
    'In',
    'NotIn',
    'Exists',
    'DoesNotExist',
    'Gt',
    'Lt',
    'Gte',
    'Lte',
  ]),
  values: list(text(256), 500).optional(),
  minValues: whole(1, 50).optional(),
});

/**
 * A taint that pods must tolerate to run on the pool.
 *
 * @public
 */
export const taintSchema = z.strictObject({
  key: labelKeySchema,
  value: labelValueSchema.optional(),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
});

/**
 * One entry of `spec.karpenter.nodePools`.
 *
 * @public
 */
export const nodePoolSchema = z.strictObject({
  name: poolNameSchema,
  preset: z.enum(nodePoolPresets).optional(),
  architectures: list(architectureSchema, 2)
    .min(1, 'must name at least one architecture')
    .optional(),
  instanceCategories: list(
    text(32).regex(
      /^[a-z][a-z0-9-]*$/,
      'must be an instance category such as m, c or r',
    ),
    50,
  )
    .min(1, 'must name at least one category, or be left out')
    .optional(),
  instanceFamilies: list(instanceFamilySchema, 200)
    .min(1, 'must name at least one family, or be left out')
    .optional(),
  /** Oldest instance generation, inclusive. */
  minGeneration: whole(1, 99).optional(),
  capacityTypes: list(capacityTypeSchema, 2)
    .min(1, 'must name at least one capacity type')
    .optional(),
  /** Makes two NodePools of the pool: on-demand first, spot as the fallback. */
  preferOnDemand: z.boolean().optional(),
  /**
   * Limits of the pool. If the pool becomes two NodePools, the limits are
   * those of both together.
   */
  limits: mapping(labelKeySchema, quantitySchema, 20).optional(),
  consolidation: z
    .strictObject({
      policy: z.enum(['WhenEmpty', 'WhenEmptyOrUnderutilized']).optional(),
      after: durationOrNeverSchema.optional(),
    })
    .optional(),
  budgets: list(budgetSchema, 50).optional(),
  requirements: list(requirementSchema, 90).optional(),
  taints: list(taintSchema, 50).optional(),
  labels: mapping(labelKeySchema, labelValueSchema, 90).optional(),
  /** Karpenter tries pools with a higher weight first; 1 to 100. */
  weight: whole(1, 100).optional(),
  expireAfter: durationOrNeverSchema.optional(),
  /**
   * How long an expired node waits for its pods to leave. Without this limit,
   * a disruption budget that allows no disruption keeps an expired node for
   * ever.
   */
  terminationGracePeriod: text(32)
    .regex(/^([0-9]{1,9}(s|m|h))+$/, 'must be a duration such as 48h or 1h30m')
    .optional(),
  amiFamily: amiFamilySchema.optional(),
  /** Only with preset gpu. */
  efa: efaSchema.optional(),
  volume: volumeSchema.optional(),
  kubelet: kubeletSchema.optional(),
});
/**
 * One entry of `spec.karpenter.nodePools`.
 *
 * @public
 */
export type NodePoolSpec = z.infer<typeof nodePoolSchema>;
