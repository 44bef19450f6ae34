import { z } from 'zod';
import { conditionViewSchema } from './conditionViewSchema';

/** An EC2NodeClass and what its selectors found. */
export const nodeClassViewSchema = z.object({
  name: z.string(),
  ready: conditionViewSchema,
  /** The first condition that keeps it from being Ready, if any. */
  notReadyBecause: z.string().optional(),
  role: z.string().optional(),
  instanceProfile: z.string().optional(),
  subnets: z.array(z.object({ id: z.string(), zone: z.string().optional() })),
  securityGroups: z.array(
    z.object({ id: z.string(), name: z.string().optional() }),
  ),
  amis: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      deprecated: z.boolean(),
    }),
  ),
});
/** An EC2NodeClass and what its selectors found. */
export type NodeClassView = z.infer<typeof nodeClassViewSchema>;
