import { z } from 'zod';

/**
 * What of a cluster is compared with what git wants: versions, region, address
 * ranges, NodePools, node images and tags of nodes, and whether an entity describes the
 * cluster as git does (`entity`).
 *
 * @public
 */
export const comparedParts = [
  'entity',
  'kubernetes',
  'karpenter',
  'cilium',
  'region',
  'addresses',
  'pools',
  'images',
  'tags',
] as const;

/**
 * A part in which a cluster is not as wanted, or of which that is not known.
 *
 * @public
 */
export const specDifferenceSchema = z.object({
  part: z.enum(comparedParts),
  state: z.enum(['differs', 'unknown']),
  /** What git wants; absent when that is not known. */
  wanted: z.string().max(500).optional(),
  /** What was seen; absent when nothing was. */
  seen: z.string().max(500).optional(),
});
/**
 * A part in which a cluster is not as wanted, or of which that is not known.
 *
 * @public
 */
export type SpecDifference = z.infer<typeof specDifferenceSchema>;
