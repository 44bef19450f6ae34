import { z } from 'zod';

/**
 * Answer of `GET /v1/clusters/{name}/freeze`: until when disruption is frozen,
 * and how the freeze ends.
 *
 * @public
 */
export const freezeSchema = z.object({
  cluster: z.string(),
  /** When git says that the freeze should end; absent without a freeze. */
  until: z.string().optional(),
  /** Whether that time has come. */
  overdue: z.boolean(),
  /**
   * Who opens the pull request that ends it: the portal at that time, or only a
   * person, because the portal may not write with its own credentials or does
   * not know the repository.
   */
  endedBy: z.enum(['portal', 'person']),
  /** The pull request that the portal opened, or that was there before. */
  pullRequestUrl: z.string().optional(),
  /** Why the portal could not open it; it tries again. */
  problem: z.string().optional(),
});
/**
 * See {@link freezeSchema}.
 *
 * @public
 */
export type FreezeResponse = z.infer<typeof freezeSchema>;
