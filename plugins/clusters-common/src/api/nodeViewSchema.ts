import { z } from 'zod';
import { nodeStateSchema } from './nodeStateSchema';

/**
 * A node as the treemap and the node tables show it.
 *
 * @public
 */
export const nodeViewSchema = z.object({
  name: z.string(),
  /** Id of the EC2 instance: `i-0abc…`; absent when it is not an instance. */
  instanceId: z.string().optional(),
  nodePool: z.string().optional(),
  zone: z.string().optional(),
  instanceType: z.string().optional(),
  capacityType: z.string().optional(),
  state: nodeStateSchema,
  createdAt: z.string().optional(),
  /** Allocatable resources, in cores and bytes. */
  cpu: z.number().optional(),
  memory: z.number().optional(),
  /** Number of pods on the node; absent when pods could not be read. */
  pods: z.number().optional(),
  cpuRequested: z.number().optional(),
  memoryRequested: z.number().optional(),
});
/**
 * A node as the treemap and the node tables show it.
 *
 * @public
 */
export type NodeView = z.infer<typeof nodeViewSchema>;
