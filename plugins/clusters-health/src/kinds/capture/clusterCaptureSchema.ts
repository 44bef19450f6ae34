import { sourceStateSchema } from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';

/** The objects of one kind, read from a cluster at one moment. */
export const capturedResourceSchema = z.object({
  /** `<plural>[.<group>]`, for example `nodepools.karpenter.sh`. */
  resource: z.string(),
  state: sourceStateSchema,
  message: z.string().optional(),
  items: z.array(z.unknown()),
});
/**
 * The objects of one kind, read from a cluster at one moment.
 *
 * @public
 */
export type CapturedResource = z.infer<typeof capturedResourceSchema>;

/**
 * One cluster at one moment.
 *
 * @public
 */
export const clusterCaptureSchema = z.object({
  apiVersion: z.literal('clusterworks.dev/v1alpha1'),
  kind: z.literal('ClusterCapture'),
  cluster: z.string(),
  capturedAt: z.iso.datetime({ offset: true }),
  /**
   * As the API server reports it, for example `v1.35.4`; absent when not known.
   */
  serverVersion: z.string().optional(),
  resources: z.array(capturedResourceSchema),
});
/**
 * One cluster at one moment.
 *
 * @public
 */
export type ClusterCapture = z.infer<typeof clusterCaptureSchema>;
