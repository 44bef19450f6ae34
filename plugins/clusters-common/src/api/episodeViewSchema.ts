import { z } from 'zod';

/**
 * Events of one reason that followed each other.
 *
 * @public
 */
export const episodeViewSchema = z.object({
  reason: z.string(),
  /** `Warning`, `Normal`. */
  type: z.string().optional(),
  /** How often it was reported, over all objects. */
  count: z.number(),
  /** RFC 3339; absent when events do not say. */
  from: z.string().optional(),
  until: z.string().optional(),
  /** The newest message. */
  message: z.string(),
  /** The kind of all objects. */
  kind: z.string(),
  /** Some of the objects, the newest first. */
  objects: z.array(
    z.object({ name: z.string(), namespace: z.string().optional() }),
  ),
  objectsTotal: z.number(),
  /**
   * True when all of its events belong to the normal life of nodes: launches
   * that go well, and expected consolidation.
   */
  routine: z.boolean().optional(),
});
/**
 * Events of one reason that followed each other.
 *
 * @public
 */
export type EpisodeView = z.infer<typeof episodeViewSchema>;
