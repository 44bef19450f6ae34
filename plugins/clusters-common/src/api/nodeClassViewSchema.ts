import { z } from 'zod';
import { conditionViewSchema } from './conditionViewSchema';
import { measureSchema } from '../measure';

/**
 * An EC2NodeClass and the resources that its selectors found.
 *
 * @public
 */
export const nodeClassViewSchema = z.object({
  name: z.string(),
  ready: conditionViewSchema,
  /** The first condition that keeps it from being Ready, if any. */
  notReadyBecause: z.string().optional(),
  role: z.string().optional(),
  /** Tags of the nodes that it launches. */
  tags: z.record(z.string(), z.string()).optional(),
  instanceProfile: z.string().optional(),
  subnets: z.array(
    z.object({
      id: z.string(),
      zone: z.string().optional(),
      /**
       * Free addresses, as an upper bound; absent where no node was observed.
       */
      room: measureSchema.optional(),
    }),
  ),
  securityGroups: z.array(
    z.object({ id: z.string(), name: z.string().optional() }),
  ),
  amis: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      deprecated: z.boolean(),
      /** YYYY-MM-DD, from the release in the name (`…-v20261112`). */
      releasedOn: z.string().optional(),
    }),
  ),
});
/**
 * An EC2NodeClass and the resources that its selectors found.
 *
 * @public
 */
export type NodeClassView = z.infer<typeof nodeClassViewSchema>;
